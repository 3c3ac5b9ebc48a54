package dev.rbee.contract.models;

import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/models/gc}.
 *
 * @param dryRun only say what would be freed
 * @param days after which an unfinished download that nobody goes on with counts as given up; 7 where left out
 */
public record GcModels(@Nullable Boolean dryRun, @Nullable Integer days) {}
