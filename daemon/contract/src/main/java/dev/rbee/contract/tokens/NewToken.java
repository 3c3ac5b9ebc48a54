package dev.rbee.contract.tokens;

import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/tokens}.
 *
 * @param name for people, unique among those in force
 * @param scope inference where left out
 */
public record NewToken(@Nullable String name, @Nullable TokenScope scope) {}
