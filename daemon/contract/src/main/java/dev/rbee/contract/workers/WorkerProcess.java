package dev.rbee.contract.workers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A child process as {@code GET /v1/workers} of a hive lists it.
 *
 * @param exitCode of the last end
 * @param retryInMs until the next start, while waiting
 * @param message why it is as it is
 * @param command program and arguments it was started with; never a secret, those go over its stdin
 * @param environment all of its environment: a few names the hive lets through
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
        @Nullable String message,
        @Nullable List<String> command,
        @Nullable Map<String, String> environment) {
    /** Of a hive that does not say how it was started. */
    public WorkerProcess(
            String workerId,
            String model,
            ProcessState state,
            long pid,
            int port,
            @Nullable Integer exitCode,
            Instant startedAt,
            int restarts,
            @Nullable Long retryInMs,
            @Nullable String message) {
        this(workerId, model, state, pid, port, exitCode, startedAt, restarts, retryInMs, message, null, null);
    }
}
