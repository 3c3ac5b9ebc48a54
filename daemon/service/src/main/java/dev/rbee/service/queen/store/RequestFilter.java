package dev.rbee.service.queen.store;

import dev.rbee.contract.requests.RequestEntry;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which requests; null: any.
 *
 * @param outcome {@code ok}, {@code error} or {@code cancelled}; {@code waiting} or {@code running}
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

    /** Whether it lets that one through. */
    public boolean lets(RequestEntry entry) {
        return is(model, entry.model())
                && is(worker, entry.workerId())
                && is(hive, entry.hiveId())
                && is(caller, entry.caller())
                && is(outcome, entry.outcome())
                && is(kind, entry.kind())
                && (since == null || !entry.startedAt().isBefore(since))
                && (text == null || words(entry).contains(text.toLowerCase(Locale.ROOT)));
    }

    private static boolean is(@Nullable String wanted, @Nullable String value) {
        return wanted == null || wanted.equals(value);
    }

    private static String words(RequestEntry entry) {
        return Stream.of(
                        entry.requestId(),
                        entry.model(),
                        entry.workerId(),
                        entry.hiveId(),
                        entry.caller(),
                        entry.route(),
                        entry.code())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }
}
