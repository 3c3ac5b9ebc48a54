package dev.rbee.app.workers;

import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Row;
import dev.rbee.app.logs.LogView;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.table.DetailPane;
import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is known of one worker, and what can be done with it. */
final class WorkerDetail {
    private final QueenApi queen;
    private final Background background;
    private final DetailPane pane;
    private final Facts facts = new Facts();
    private final Pill pill = new Pill();
    private final VBox trouble = new VBox();
    private final LogView log;
    private final Button chat;
    private final Button drain;
    private final Button stop;
    private @Nullable Row<WorkerInfo> shown;

    WorkerDetail(
            QueenApi queen,
            Background background,
            Runnable close,
            Consumer<WorkerInfo> chatWith,
            StopQuestion question) {
        this.queen = queen;
        this.background = background;
        pane = new DetailPane(close);
        pane.setId("worker-detail");
        log = new LogView(queen::logs, background, "worker-log");
        chat = Ui.button("Chat", Feather.MESSAGE_CIRCLE, () -> with(chatWith));
        chat.setTooltip(Ui.tip("Chat with this worker", null));
        drain = Ui.button("Drain", Feather.LOG_OUT, () -> with(worker -> act(() -> queen.drain(worker.id()))));
        drain.setTooltip(Ui.tip("Let it finish what runs, then end it", null));
        stop = Ui.button("Stop", Feather.SQUARE, () -> with(worker -> question.ask(worker, () -> stop(worker))));
        stop.setTooltip(Ui.tip("End it now", null));
        stop.setId("worker-stop");
        FlowPane actions = new FlowPane(8, 8, chat, drain, stop);
        pane.fill(pill, actions, trouble, facts, log);
    }

    DetailPane pane() {
        return pane;
    }

    /** Shows this worker, or nothing. */
    void show(@Nullable Row<WorkerInfo> row, FleetView view) {
        if (row != shown) {
            trouble.getChildren().clear();
        }
        shown = row;
        Ui.shown(pane, row != null);
        if (row == null) {
            log.show(null);
            return;
        }
        WorkerInfo worker = row.now();
        boolean queenThere = view.connected();
        chat.setDisable(!WorkerWords.chats(worker));
        drain.setDisable(!queenThere || worker.state() == WorkerState.DRAINING || !worker.online());
        stop.setDisable(!queenThere);
        pane.title(worker.modelRef());
        pill.show(WorkerWords.badge(worker.state()));
        facts.clear()
                .addCode("Id", worker.id())
                .add("Hive", worker.nodeName())
                .add("Device", WorkerWords.device(worker))
                .addCode("Address", worker.url());
        if (worker.slotsTotal() > 0) {
            facts.add("Slots", worker.slotsTotal() - worker.slotsAvailable() + " of " + worker.slotsTotal() + " busy")
                    .add("Context", Units.tokens(worker.context()) + " tokens for each slot")
                    .add("Speed", Units.speed(worker.tokensPerSecond()))
                    .add("Memory", Units.bytes(worker.memoryBytes()))
                    .add("Process", worker.pid() == null ? "–" : "pid " + worker.pid())
                    .add("Epoch", worker.epoch() + " (times it registered)")
                    .add("Engine", engine(worker));
        }
        log.show(queenThere ? worker.id() : null);
    }

    /** The page is left: the log is no longer read. */
    void rest() {
        log.show(null);
    }

    private void stop(WorkerInfo worker) {
        act(() -> queen.stop(worker.id()));
    }

    private void act(Background.Work work) {
        trouble.getChildren().clear();
        background.run(work, problem -> trouble.getChildren().setAll(new ProblemView(problem, null)));
    }

    private void with(Consumer<WorkerInfo> action) {
        if (shown != null) {
            action.accept(shown.now());
        }
    }

    private static String engine(WorkerInfo worker) {
        String name = worker.implementation() == null ? "unknown" : worker.implementation();
        return worker.version() == null ? name : name + " " + worker.version();
    }

    /** Asks before something is lost. */
    interface StopQuestion {
        /** Calls {@code yes} at once where nothing runs, else when the user agrees. */
        void ask(WorkerInfo worker, Runnable yes);
    }
}
