package dev.rbee.app.chat;

import dev.rbee.app.frame.QueenSwitch;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.theme.Marks;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.workers.JobProgress;
import dev.rbee.app.workers.WorkerWords;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** What an empty chat shows: greets, or offers the one click that is missing before a chat. JavaFX thread only. */
final class FirstRun extends VBox {
    private final Label headline = Ui.label("", "headline");
    private final Label words = Ui.paragraph("", "secondary");
    private final Button demo;
    private final Button queenStart;
    private final ProgressBar turning = new ProgressBar();
    private final JobProgress progress;
    private final Runnable ready;
    private boolean failed;

    /** {@code ready} is called when the demo model has started. */
    FirstRun(QueenApi queen, Background background, QueenSwitch queenSwitch, Runnable ready) {
        this.ready = ready;
        getStyleClass().add("empty");
        words.setMaxWidth(440);
        progress = new JobProgress(queen, background);
        progress.setMaxWidth(440);
        demo = Ui.mainButton("Start the demo model", null, this::start);
        demo.setId("start-demo");
        queenStart = Ui.mainButton("Start the queen", null, queenSwitch::start);
        turning.setMaxWidth(240);
        getChildren().addAll(Marks.bee(56), headline, words, demo, queenStart, turning, progress);
    }

    private void start() {
        failed = false;
        progress.start(new SpawnWorker("demo", null, null, null, null, null, null, null), ready, () -> failed = true);
        Ui.shown(demo, false);
    }

    /** What to show now. */
    void show(FleetView view) {
        boolean can = view.workers().values().stream().anyMatch(WorkerWords::chats);
        boolean loading =
                view.workers().values().stream().map(WorkerInfo::state).anyMatch(WorkerState.LOADING::equals);
        boolean hive = view.hives().values().stream().anyMatch(HiveInfo::online);
        boolean offer = !can && !loading && view.connected() && hive;
        Ui.shown(demo, offer && !progress.busy() && !failed);
        Ui.shown(queenStart, !can && view.link() instanceof Link.Away);
        Ui.shown(
                turning,
                !can
                        && (view.link() instanceof Link.Starting
                                || (view.connected() && !hive)
                                || (loading && !progress.busy())));
        if (can) {
            say("What is on your mind?", "Ask anything below. What you write stays on your machines.");
        } else if (view.link() instanceof Link.Starting starting) {
            say("Starting rbee", starting.doing());
        } else if (view.link() instanceof Link.Away) {
            say("No worker is in reach", "The queen is away, and the registry knows no worker that could answer.");
        } else if (!hive) {
            say("The hive of this machine is starting", "It runs the models here and is ready in a second or two.");
        } else if (loading && !progress.busy()) {
            say("A model is being loaded", "The chat begins as soon as it is ready.");
        } else {
            say(
                    "No model runs yet",
                    "The demo model comes with rbee: tiny, nothing to download, ready in seconds. It greets,"
                            + " counts, and tells short bee stories, to show that everything works.");
        }
    }

    private void say(String head, String text) {
        headline.setText(head);
        words.setText(text);
    }
}
