package dev.rbee.contract.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One event of a job's stream; {@code type} is also the SSE event name.
 *
 * @param type {@code progress}, {@code log}, {@code done} or {@code error}
 * @param result with {@code done}
 * @param error with {@code error}
 * @param transfer of a job that moves bytes, with {@code progress}
 */
public record JobEvent(
        String type,
        String jobId,
        @Nullable Double progress,
        @Nullable String message,
        @Nullable JsonNode result,
        @Nullable Problem error,
        @Nullable Transfer transfer) {
    /** Of a job that moves no bytes. */
    public JobEvent(
            String type,
            String jobId,
            @Nullable Double progress,
            @Nullable String message,
            @Nullable JsonNode result,
            @Nullable Problem error) {
        this(type, jobId, progress, message, result, error, null);
    }
}
