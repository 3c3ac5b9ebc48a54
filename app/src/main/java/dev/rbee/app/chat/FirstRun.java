package dev.rbee.app.chat;

import dev.rbee.app.frame.QueenSwitch;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.theme.Marks;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
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
    private static final Words WORDS = Words.of(FirstRun.class);

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
        demo = Ui.mainButton(WORDS.get("first.demo"), null, this::start);
        demo.setId("start-demo");
        queenStart = Ui.mainButton(WORDS.get("first.queen"), null, queenSwitch::start);
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
            say("first.ask");
        } else if (view.link() instanceof Link.Starting starting) {
            headline.setText(WORDS.get("first.starting"));
            words.setText(starting.doing());
        } else if (view.link() instanceof Link.Away) {
            say("first.away");
        } else if (!hive) {
            say("first.hive");
        } else if (loading && !progress.busy()) {
            say("first.loading");
        } else {
            say("first.none");
        }
    }

    private void say(String key) {
        headline.setText(WORDS.get(key));
        words.setText(WORDS.get(key + ".more"));
    }
}
