package dev.rbee.app.activity;

import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.requests.RequestEntry;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;

/** Requests and what became of them. JavaFX thread only. */
final class RequestsTab implements Tab {
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

    private final ActivityParts parts;
    private final Past<RequestEntry> past;
    private final FilterBar filters;
    private final RequestStory story;
    private final PastPane<RequestEntry> pane;
    private final ExportButton<RequestEntry> export;

    RequestsTab(ActivityParts parts) {
        this.parts = parts;
        past = Pasts.requests(parts.activity());
        filters = new FilterBar("requests", parts.clock()::instant, this::load)
                .chip("requests", "outcome", WORDS.get("chip.outcome"), RequestWords::outcome)
                .chip("requests", "model", WORDS.get("chip.model"), UnaryOperator.identity())
                .chip("requests", "hive", WORDS.get("chip.hive"), UnaryOperator.identity())
                .chip("requests", "worker", WORDS.get("chip.worker"), UnaryOperator.identity())
                .chip("requests", "caller", WORDS.get("chip.caller"), UnaryOperator.identity());
        story = new RequestStory(
                this::rest,
                parts.navigator(),
                parts.presenter(),
                id -> parts.fleet().view().get().workers().containsKey(id),
                filters::only,
                parts.zone());
        EmptyState empty =
                new EmptyState(Feather.ACTIVITY, WORDS.get("requests.none"), WORDS.get("requests.none.words"), null);
        pane = new PastPane<>("requests", past, parts.background(), parts.presenter(), filters, story.pane(), empty);
        TableView<RequestEntry> table = pane.table();
        new PastColumns<>(table)
                .time(
                        WORDS.get("column.time"),
                        112,
                        row -> Clock.brief(row.startedAt(), parts.clock().instant(), parts.zone()))
                .text(WORDS.get("column.model"), 220, 0, RequestEntry::model)
                .badge(WORDS.get("column.outcome"), 112, 0, RequestWords::badge)
                .text(WORDS.get("column.caller"), 120, 720, RequestEntry::caller)
                .text(WORDS.get("column.hive"), 140, 960, row -> Objects.requireNonNullElse(row.hiveId(), "–"))
                .figure(WORDS.get("column.waited"), 76, 1060, row -> RequestWords.millis(row.queueMs()))
                .figure(WORDS.get("column.first"), 92, 560, row -> RequestWords.millis(row.firstTokenMs()))
                .figure(WORDS.get("column.speed"), 88, 640, row -> Units.speed(RequestWords.speed(row)))
                .figure(WORDS.get("column.tokens"), 112, 900, RequestWords::tokens)
                .figure(WORDS.get("column.took"), 76, 460, row -> RequestWords.millis(row.durationMs()));
        table.getSelectionModel().selectedItemProperty().addListener((p, old, now) -> story.show(now));
        export = new ExportButton<>(
                "requests",
                past,
                COLUMNS,
                pane::asked,
                parts.background(),
                parts.save(),
                parts.toasts(),
                parts.presenter());
    }

    private void load() {
        rest();
        pane.load();
    }

    private void rest() {
        pane.table().getSelectionModel().clearSelection();
    }

    @Override
    public String key() {
        return "requests";
    }

    @Override
    public String name() {
        return WORDS.get("requests");
    }

    @Override
    public Node view() {
        return pane;
    }

    @Override
    public Node action() {
        return export;
    }

    @Override
    public void front(boolean connected) {
        pane.front(parts.background(), past, connected);
    }

    @Override
    public void tick() {
        pane.look();
    }

    @Override
    public void find() {
        filters.find();
    }
}
