package dev.rbee.contract.hives;

import org.jspecify.annotations.Nullable;

/**
 * What a hive says of itself.
 *
 * @param workers child processes
 * @param epoch milliseconds at its start; the higher wins
 */
public record HiveHeart(
        @Nullable String id,
        @Nullable String hostname,
        @Nullable Integer port,
        @Nullable HiveState status,
        @Nullable String version,
        @Nullable Long pid,
        @Nullable HiveMode mode,
        @Nullable Long ramFreeBytes,
        @Nullable Double cpuLoad,
        @Nullable Integer workers,
        @Nullable Long epoch,
        @Nullable Long seq) {}
