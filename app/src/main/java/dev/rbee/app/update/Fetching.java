package dev.rbee.app.update;

import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.Paced;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.service.update.Updates;
import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A download on its way: how far it is, and a way to stop it. JavaFX thread, but for {@link #at}. */
final class Fetching extends VBox implements Updates.Progress {
    private static final Words WORDS = Words.of(Fetching.class);

    private static final Duration PACE = Duration.ofMillis(100);

    private record Now(String phase, long done, long total) {}

    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label text = Ui.label(WORDS.get("fetching.connecting"), "secondary");
    private final Updates.Stop stop = new Updates.Stop();
    private final Paced paced = new Paced(FxThread.LATER, PACE, this::show);
    private volatile Now now = new Now("connecting", 0, 0);

    Fetching() {
        super(8);
        setId("update-fetching");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(WORDS.get("fetching"));
        HBox.setHgrow(bar, Priority.ALWAYS);
        Button cancel = Ui.button(WORDS.get("fetching.stop"), Feather.X, stop::now);
        cancel.setId("update-stop");
        HBox line = new HBox(8, bar, cancel);
        line.getStyleClass().add("settings-row");
        getChildren().addAll(line, text);
    }

    Updates.Stop stop() {
        return stop;
    }

    /** On any thread. */
    @Override
    public void at(String phase, long doneBytes, long totalBytes) {
        now = new Now(phase, doneBytes, totalBytes);
        paced.changed();
    }

    private void show() {
        Now shown = now;
        boolean known = shown.total() > 0 && !shown.phase().equals("connecting");
        bar.setProgress(known ? (double) shown.done() / shown.total() : ProgressBar.INDETERMINATE_PROGRESS);
        text.setText(
                switch (shown.phase()) {
                    case "waiting" -> WORDS.get("fetching.waiting");
                    case "verifying" -> WORDS.get("fetching.checking");
                    case "downloading" -> WORDS.get("fetching.bytes", Units.share(shown.done(), shown.total()));
                    default -> WORDS.get("fetching.connecting");
                });
    }
}
