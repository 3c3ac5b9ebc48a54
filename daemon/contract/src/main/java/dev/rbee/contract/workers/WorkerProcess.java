package dev.rbee.contract.workers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A child process as {@code GET /v1/workers} of a hive lists it.
 *
 * @param exitCode of the last end
 * @param retryInMs until the next start, while waiting
 * @param message why it is as it is
 */
public record WorkerProcess(
        String workerId,
        String model,
        ProcessState state,
        long pid,
        int port,
        @Nullable Integer exitCode,
        Instant startedAt,
        int restarts,
        @Nullable Long retryInMs,
        @Nullable String message) {}
