package dev.rbee.contract.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as {@code GET /v1/jobs/{id}} shows it.
 *
 * @param kind {@code spawn} ...
 * @param title for people
 * @param progress 0 to 1, where known
 * @param message what it does now
 * @param transfer of a job that moves bytes
 * @param pausable whether {@code POST /v1/jobs/{id}/pause} is understood
 */
public record JobInfo(
        String jobId,
        String kind,
        String title,
        JobState state,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable Double progress,
        @Nullable String message,
        @Nullable JsonNode result,
        @Nullable Problem error,
        @Nullable Transfer transfer,
        @Nullable Boolean pausable) {
    /** Of a job that moves no bytes. */
    public JobInfo(
            String jobId,
            String kind,
            String title,
            JobState state,
            Instant createdAt,
            @Nullable Instant endedAt,
            @Nullable Double progress,
            @Nullable String message,
            @Nullable JsonNode result,
            @Nullable Problem error) {
        this(jobId, kind, title, state, createdAt, endedAt, progress, message, result, error, null, null);
    }
}
