package dev.rbee.app.workers;

import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.LatestFeed;
import dev.rbee.app.fx.Task;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.jobs.JobEvent;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.workers.SpawnWorker;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A job that runs: what is done, how far, cancel; or why it failed and again. JavaFX thread only. */
public final class JobProgress extends VBox {
    private static final Words WORDS = Words.of(JobProgress.class);

    private final QueenApi queen;
    private final Background background;
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label words = Ui.label("", "secondary");
    private @Nullable Task running;
    private volatile @Nullable String job;

    /** Shows nothing until {@link #start}. */
    public JobProgress(QueenApi queen, Background background) {
        super(8);
        this.queen = queen;
        this.background = background;
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setPrefWidth(240);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Ui.shown(this, false);
    }

    /** Orders the worker and follows the job; {@code done} when it is ready, {@code failed} after the problem is shown. */
    public void start(SpawnWorker order, Runnable done, Runnable failed) {
        start(WORDS.get("job.starting", order.model()), () -> queen.spawn(order), done, failed);
    }

    /** Begins a job, whose id {@code order} gives (may block), and follows it in the same way. */
    public void start(String title, Supplier<String> order, Runnable done, Runnable failed) {
        job = null;
        Ui.shown(this, true);
        Button cancel = Ui.button(WORDS.get("cancel"), null, this::cancel);
        HBox line = new HBox(8, bar, cancel);
        line.getStyleClass().add("chat-bar");
        getChildren().setAll(words, line);
        words.setText(title);
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        LatestFeed<JobEvent> feed = new LatestFeed<>(FxThread.LATER, this::show);
        running = background.start(
                () -> {
                    String id = order.get();
                    job = id;
                    queen.follow(id, feed::offer);
                    return id;
                },
                id -> {
                    running = null;
                    Ui.shown(this, false);
                    done.run();
                },
                problem -> {
                    running = null;
                    show(problem, () -> start(title, order, done, failed));
                    failed.run();
                });
    }

    /** Whether one is being started. */
    public boolean busy() {
        return running != null;
    }

    private void cancel() {
        String id = job;
        if (id != null) {
            background.run(() -> queen.cancel(id), problem -> {});
        }
    }

    private void show(JobEvent event) {
        Double progress = event.progress();
        if (progress != null) {
            bar.setProgress(progress);
        }
        String message = event.message();
        if (message != null) {
            words.setText(message);
        }
    }

    private void show(Problem problem, Runnable again) {
        Ui.shown(this, true);
        getChildren().setAll(new ProblemView(problem, Ui.button(WORDS.get("try.again"), null, again)));
    }
}
