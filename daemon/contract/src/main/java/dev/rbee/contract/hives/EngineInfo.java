package dev.rbee.contract.hives;

import org.jspecify.annotations.Nullable;

/**
 * An engine a hive can run.
 *
 * @param name {@code embedded}
 * @param reason why not
 */
public record EngineInfo(
        String name,
        String version,
        boolean available,
        @Nullable String reason) {}
