package dev.rbee.app.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request for a model would go now, and why: the queen's answer to {@code POST /v1/route/explain}.
 *
 * @param workerId the chosen worker; null where there is none now
 * @param reason in words
 * @param workers those of the model, best first
 */
public record RouteWhy(
        @Nullable String workerId,
        @Nullable String reason,
        @Nullable List<Weighed> workers) {
    /**
     * One worker as the queen weighs it.
     *
     * @param warm has the beginning of a conversation in its cache
     * @param recentErrors fades with time
     * @param whyNot why it cannot take a request now
     */
    public record Weighed(
            String workerId,
            @Nullable Double recentErrors,
            @Nullable Boolean warm,
            @Nullable String whyNot) {}
}
