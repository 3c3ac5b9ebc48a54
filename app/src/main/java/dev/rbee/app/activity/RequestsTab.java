package dev.rbee.app.activity;

import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.requests.RequestEntry;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.kordamp.ikonli.feather.Feather;

/** Makes the part with the requests: those that wait and run, and what became of the others. */
final class RequestsTab {
    private static final Words WORDS = Words.of(RequestsTab.class);
    private static final List<String> COLUMNS = List.of(
            "n",
            "request_id",
            "started_at",
            "kind",
            "model",
            "worker_id",
            "hive_id",
            "caller",
            "outcome",
            "code",
            "route",
            "streamed",
            "attempts",
            "queue_ms",
            "first_token_ms",
            "duration_ms",
            "prompt_tokens",
            "completion_tokens");

    private RequestsTab() {}

    static Tab of(ActivityParts parts) {
        return new PastTab<>(
                parts,
                new PastTab.Kind<>(
                        "requests",
                        WORDS.get("requests"),
                        Pasts.requests(parts.activity()),
                        COLUMNS,
                        new EmptyState(
                                Feather.ACTIVITY, WORDS.get("requests.none"), WORDS.get("requests.none.words"), null),
                        RequestsTab::chips,
                        columns -> columns(columns, parts),
                        tab -> story(tab, parts)));
    }

    private static RequestStory story(PastTab<RequestEntry> tab, ActivityParts parts) {
        return new RequestStory(
                tab::rest,
                new RequestActions(
                        parts.navigator(),
                        id -> parts.fleet().view().get().workers().containsKey(id),
                        tab::only,
                        entry -> stop(entry, tab, parts)),
                parts.presenter(),
                parts.zone());
    }

    private static void stop(RequestEntry entry, PastTab<RequestEntry> tab, ActivityParts parts) {
        parts.background()
                .run(
                        () -> {
                            parts.activity().stopRequest(entry.requestId());
                            return Boolean.TRUE;
                        },
                        done -> {
                            parts.toasts().say(WORDS.get("request.stopped"));
                            tab.tick();
                        },
                        problem -> parts.presenter().toast(problem));
    }

    private static void chips(FilterBar filters) {
        filters.chip("requests", "outcome", WORDS.get("chip.outcome"), RequestWords::outcome)
                .chip("requests", "model", WORDS.get("chip.model"), UnaryOperator.identity())
                .chip("requests", "hive", WORDS.get("chip.hive"), UnaryOperator.identity())
                .chip("requests", "worker", WORDS.get("chip.worker"), UnaryOperator.identity())
                .chip("requests", "caller", WORDS.get("chip.caller"), UnaryOperator.identity());
    }

    private static void columns(PastColumns<RequestEntry> columns, ActivityParts parts) {
        columns.time(
                        WORDS.get("column.time"),
                        112,
                        row -> Clock.brief(row.startedAt(), parts.clock().instant(), parts.zone()))
                .text(WORDS.get("column.model"), 220, 0, RequestEntry::model)
                .badge(WORDS.get("column.outcome"), 136, 0, RequestWords::badge)
                .text(WORDS.get("column.caller"), 120, 720, RequestEntry::caller)
                .text(WORDS.get("column.hive"), 140, 960, row -> Objects.requireNonNullElse(row.hiveId(), "–"))
                .figure(WORDS.get("column.waited"), 76, 1060, row -> RequestWords.millis(RequestWords.waited(row)))
                .figure(WORDS.get("column.first"), 92, 560, row -> RequestWords.millis(row.firstTokenMs()))
                .figure(WORDS.get("column.speed"), 104, 640, row -> Units.speed(RequestWords.speed(row)))
                .figure(WORDS.get("column.tokens"), 112, 900, RequestWords::tokens)
                .figure(WORDS.get("column.took"), 76, 460, row -> RequestWords.millis(row.durationMs()));
    }
}
