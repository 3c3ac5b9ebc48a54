package dev.rbee.contract.hives;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hive as {@code GET /v1/hives/list} shows it.
 *
 * @param hiveId the same
 * @param since of this state
 * @param message why it is so
 * @param epoch of its process: milliseconds at its start; null where it says none
 */
public record HiveInfo(
        String id,
        String hiveId,
        String hostname,
        int port,
        String url,
        HiveMode mode,
        HiveState status,
        boolean online,
        @Nullable String version,
        @Nullable Long pid,
        @Nullable Instant lastSeen,
        int workers,
        @Nullable Capabilities capabilities,
        @Nullable Long ramFreeBytes,
        @Nullable Double cpuLoad,
        Instant since,
        @Nullable String message,
        @Nullable Long epoch) {
    /** Of a process of which no epoch is known. */
    public HiveInfo(
            String id,
            String hiveId,
            String hostname,
            int port,
            String url,
            HiveMode mode,
            HiveState status,
            boolean online,
            @Nullable String version,
            @Nullable Long pid,
            @Nullable Instant lastSeen,
            int workers,
            @Nullable Capabilities capabilities,
            @Nullable Long ramFreeBytes,
            @Nullable Double cpuLoad,
            Instant since,
            @Nullable String message) {
        this(
                id,
                hiveId,
                hostname,
                port,
                url,
                mode,
                status,
                online,
                version,
                pid,
                lastSeen,
                workers,
                capabilities,
                ramFreeBytes,
                cpuLoad,
                since,
                message,
                null);
    }
}
