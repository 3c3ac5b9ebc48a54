package dev.rbee.contract.requests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request for inference as {@code GET /v1/requests} lists it, written when it has ended, or as it stands now. It never
 * holds what was asked or answered.
 *
 * @param n counts requests; {@code before} of the list refers to it; 0 until written
 * @param requestId as in {@code x-request-id}
 * @param kind {@code chat}, {@code completion}, {@code embedding} or {@code infer}
 * @param outcome {@code ok}, {@code error} or {@code cancelled}; of one that has not ended {@code waiting} or {@code running}
 * @param code of the problem
 * @param caller {@code admin} or the name of a user's token
 * @param route why it went there
 * @param attempts workers tried
 * @param queueMs waited in the queue, milliseconds
 * @param firstTokenMs from arrival to the first token, milliseconds
 * @param durationMs from arrival to the end, or until now, milliseconds
 * @param position its place in the line while it waits, 1 is next
 * @param doing what is done before anybody can answer it, while that is done
 */
public record RequestEntry(
        long n,
        String requestId,
        Instant startedAt,
        String kind,
        String model,
        @Nullable String workerId,
        @Nullable String hiveId,
        String caller,
        String outcome,
        @Nullable String code,
        @Nullable String route,
        boolean streamed,
        int attempts,
        @Nullable Long queueMs,
        @Nullable Long firstTokenMs,
        long durationMs,
        @Nullable Integer promptTokens,
        @Nullable Integer completionTokens,
        @Nullable Integer position,
        @Nullable String doing) {
    /** One that has ended. */
    public RequestEntry(
            long n,
            String requestId,
            Instant startedAt,
            String kind,
            String model,
            @Nullable String workerId,
            @Nullable String hiveId,
            String caller,
            String outcome,
            @Nullable String code,
            @Nullable String route,
            boolean streamed,
            int attempts,
            @Nullable Long queueMs,
            @Nullable Long firstTokenMs,
            long durationMs,
            @Nullable Integer promptTokens,
            @Nullable Integer completionTokens) {
        this(
                n,
                requestId,
                startedAt,
                kind,
                model,
                workerId,
                hiveId,
                caller,
                outcome,
                code,
                route,
                streamed,
                attempts,
                queueMs,
                firstTokenMs,
                durationMs,
                promptTokens,
                completionTokens,
                null,
                null);
    }

    /** The same as written under this number. */
    public RequestEntry withN(long number) {
        return new RequestEntry(
                number,
                requestId,
                startedAt,
                kind,
                model,
                workerId,
                hiveId,
                caller,
                outcome,
                code,
                route,
                streamed,
                attempts,
                queueMs,
                firstTokenMs,
                durationMs,
                promptTokens,
                completionTokens,
                position,
                doing);
    }
}
