package dev.rbee.contract.models;

import org.jspecify.annotations.Nullable;

/**
 * Body of a hive's {@code POST /v1/models/import}: adopts a file.
 *
 * @param copy into the store instead of in place
 */
public record ImportModel(
        @Nullable String path,
        @Nullable String name,
        @Nullable Boolean copy) {}
