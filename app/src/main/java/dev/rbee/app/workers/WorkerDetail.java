package dev.rbee.app.workers;

import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Row;
import dev.rbee.app.logs.LogView;
import dev.rbee.app.table.DetailPane;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is known of one worker, and what can be done with it. */
final class WorkerDetail {
    private static final Words WORDS = Words.of(WorkerDetail.class);

    private final WorkerParts parts;
    private final WorkerActions actions;
    private final DetailPane pane;
    private final VBox facts = new VBox();
    private final Pill pill = new Pill();
    private final Label since = Ui.paragraph("", "secondary");
    private final Label doing = Ui.label("", "secondary");
    private final HBox busy;
    private final SpeedChart speed;
    private final PlacementSection placement;
    private final WhySection why;
    private final ProcessSection process;
    private final LogView log;
    private final Button chat;
    private final Button drain;
    private final Button stop;
    private @Nullable Row<WorkerInfo> shown;
    private @Nullable WorkerInfo filled;

    WorkerDetail(WorkerParts parts, WorkerActions actions, Runnable close) {
        this.parts = parts;
        this.actions = actions;
        pane = new DetailPane(close);
        pane.setId("worker-detail");
        log = new LogView(parts.queen()::logs, parts.background(), "worker-log");
        why = new WhySection(parts.queen(), parts.background());
        placement = new PlacementSection(
                parts.queen(), parts.background(), () -> parts.fleet().now().get());
        process = new ProcessSection(
                parts.queen(), parts.background(), () -> parts.fleet().now().get());
        speed = new SpeedChart(parts.fleet().speeds());
        chat = Ui.button(WORDS.get("detail.chat"), Feather.MESSAGE_CIRCLE, () -> with(parts.chatWith()));
        chat.setTooltip(Ui.tip(WORDS.get("detail.chat.tip"), null));
        drain = Ui.button(
                WORDS.get("drain.words"), Feather.LOG_OUT, () -> with(worker -> actions.drain(List.of(worker))));
        drain.setTooltip(Ui.tip(WORDS.get("drain.tip"), null));
        stop = Ui.button(WORDS.get("stop.words"), Feather.SQUARE, () -> with(worker -> actions.stop(List.of(worker))));
        stop.setTooltip(Ui.tip(WORDS.get("stop.tip"), null));
        stop.setId("worker-stop");
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setPrefSize(16, 16);
        wheel.setMinSize(16, 16);
        busy = new HBox(8, wheel, doing);
        busy.getStyleClass().add("chat-bar");
        VBox state = new VBox(6, pill, since);
        pane.fill(state, new FlowPane(8, 8, chat, drain, stop), busy, speed, facts, placement, why, process, log);
        parts.fleet().speeds().samples().addListener((p, old, now) -> with(speed::show));
        parts.fleet().now().addListener((p, old, now) -> with(this::ages));
        actions.doing().addListener((MapChangeListener<String, String>) change -> with(this::can));
    }

    DetailPane pane() {
        return pane;
    }

    /** Shows this worker, or nothing. */
    void show(@Nullable Row<WorkerInfo> row, FleetView view) {
        shown = row;
        Ui.shown(pane, row != null);
        if (row == null) {
            filled = null;
            log.show(null);
            why.show(null);
            placement.show(null);
            process.show(null);
            return;
        }
        WorkerInfo worker = row.now();
        can(worker);
        pane.old(!view.connected());
        if (!worker.equals(filled)) {
            filled = worker;
            pane.about(worker.id(), worker.modelRef());
            pill.show(WorkerWords.badge(worker.state()));
            facts.getChildren().setAll(WorkerFacts.of(worker, parts.navigator()));
            speed.show(worker);
            ages(worker);
        }
        boolean ours = view.connected() && !WorkerWords.attached(worker);
        why.show(view.connected() ? worker : null);
        if (view.connected()) {
            placement.show(worker);
        }
        Ui.shown(why, view.connected() && worker.chat());
        process.show(ours ? worker : null);
        Ui.shown(process, ours);
        log.show(ours ? worker.id() : null);
        Ui.shown(log, ours);
    }

    private void ages(WorkerInfo worker) {
        since.setText(WORDS.get(
                "detail.since",
                Units.ago(worker.since(), parts.fleet().now().get()),
                Units.ago(worker.lastSeen(), parts.fleet().now().get())));
    }

    private void can(WorkerInfo worker) {
        chat.setDisable(!WorkerWords.chats(worker));
        drain.setDisable(!actions.drains(worker));
        stop.setDisable(!actions.stops(worker));
        String words = actions.doing().get(worker.id());
        Ui.shown(busy, words != null);
        doing.setText(words == null ? "" : words);
    }

    /** The page is left: nothing more is asked. */
    void rest() {
        log.show(null);
        why.show(null);
        placement.show(null);
        process.show(null);
    }

    private void with(Consumer<WorkerInfo> action) {
        if (shown != null) {
            action.accept(shown.now());
        }
    }
}
