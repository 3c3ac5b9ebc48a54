package dev.rbee.app.models;

import dev.rbee.app.catalog.TransferWords;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.problem.Problem;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One download: what, how far, how fast, and its buttons. JavaFX thread only. */
final class DownloadRow extends VBox {
    private static final Words WORDS = Words.of(DownloadRow.class);

    /** What its buttons do. */
    interface Actions {
        void pause(JobInfo job);

        void resume(JobInfo job);

        void cancel(JobInfo job);

        void again(JobInfo job);

        void start(JobInfo job);

        void hide(JobInfo job);
    }

    private final Label title = Ui.label("", "section");
    private final Pill pill = new Pill();
    private final ProgressBar bar = new ProgressBar();
    private final Label words = Ui.label("", "figure", "secondary");
    private final VBox trouble = new VBox();
    private final Button pause;
    private final Button resume;
    private final Button cancel;
    private final Button again;
    private final Button start;
    private final Button hide;
    private JobInfo job;
    private @Nullable Problem told;

    DownloadRow(JobInfo first, Actions actions) {
        job = first;
        getStyleClass().addAll("card", "download");
        setId("download-" + first.jobId());
        pause = Ui.button(WORDS.get("download.pause"), Feather.PAUSE, () -> actions.pause(job));
        resume = Ui.button(WORDS.get("download.resume"), Feather.PLAY, () -> actions.resume(job));
        cancel = Ui.button(WORDS.get("download.cancel"), Feather.X, () -> actions.cancel(job));
        cancel.setTooltip(Ui.tip(WORDS.get("download.what.is.there.stays"), null));
        again = Ui.button(WORDS.get("download.try.again"), Feather.REFRESH_CW, () -> actions.again(job));
        start = Ui.button(WORDS.get("download.start"), Feather.PLAY, () -> actions.start(job));
        hide = Ui.iconButton(Feather.X, WORDS.get("download.take.this.line.away"), () -> actions.hide(job));
        title.setMinWidth(0);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(8, title, pill, Ui.spacer(), pause, resume, cancel, again, start, hide);
        head.getStyleClass().add("chat-bar");
        HBox.setHgrow(title, Priority.SOMETIMES);
        getChildren().addAll(head, bar, words, trouble);
    }

    /** It is so now; {@code known}: this window knows what it was asked for. */
    void show(JobInfo now, boolean known) {
        job = now;
        boolean runs = now.state() == JobState.RUNNING;
        boolean paused = TransferWords.paused(now);
        boolean pausable = Boolean.TRUE.equals(now.pausable());
        title.setText(now.title());
        bar.setAccessibleText(now.title());
        title.setTooltip(new Tooltip(now.title()));
        pill.show(TransferWords.badge(now));
        Double share = TransferWords.share(now);
        bar.setProgress(share == null ? ProgressBar.INDETERMINATE_PROGRESS : share);
        Ui.shown(bar, runs);
        words.setText(TransferWords.line(now));
        Ui.shown(words, runs && !words.getText().isEmpty());
        Ui.shown(pause, runs && pausable && !paused);
        Ui.shown(resume, paused && pausable);
        Ui.shown(cancel, runs);
        Ui.shown(again, !runs && now.state() != JobState.DONE && known);
        Ui.shown(start, now.state() == JobState.DONE);
        Ui.shown(hide, !runs);
        say(now.error());
    }

    /** Something went wrong with it, or with one of its buttons. */
    void say(@Nullable Problem problem) {
        if (problem == null) {
            trouble.getChildren().clear();
        } else if (!problem.equals(told)) {
            trouble.getChildren().setAll(new ProblemView(problem, null));
        }
        told = problem;
        Ui.shown(trouble, problem != null);
    }
}
