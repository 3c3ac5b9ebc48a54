package dev.rbee.contract.inference;

import org.jspecify.annotations.Nullable;

/** {@code stream_options}. */
public record StreamOptions(@Nullable Boolean includeUsage) {}
