package dev.rbee.contract.hives;

import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/hives/register}. */
public record RegisterHive(
        @Nullable String hiveId,
        @Nullable String hostname,
        @Nullable Integer port,
        @Nullable HiveMode mode,
        @Nullable String version,
        @Nullable Long pid,
        @Nullable Long epoch,
        @Nullable Capabilities capabilities) {}
