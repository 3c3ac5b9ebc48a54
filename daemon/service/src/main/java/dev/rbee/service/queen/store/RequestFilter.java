package dev.rbee.service.queen.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which requests; null: any.
 *
 * @param outcome {@code ok}, {@code error} or {@code cancelled}
 * @param text stands somewhere in its id, model, worker, hive, caller, route or code, in whatever case
 * @param since begun not before
 */
public record RequestFilter(
        @Nullable String model,
        @Nullable String worker,
        @Nullable String hive,
        @Nullable String caller,
        @Nullable String outcome,
        @Nullable String kind,
        @Nullable String text,
        @Nullable Instant since) {
    /** All of them. */
    public static final RequestFilter ALL = new RequestFilter(null, null, null, null, null, null, null, null);
}
