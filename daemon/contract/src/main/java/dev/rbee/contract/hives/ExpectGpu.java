package dev.rbee.contract.hives;

import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/hives/{id}/expect}.
 *
 * @param gpu models should run on a GPU there (true), need not (false), or should if it has one (null)
 */
public record ExpectGpu(@Nullable Boolean gpu) {}
