package dev.rbee.app.enroll;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Says what is waited for, after 10 s also for how long, and offers to stop. JavaFX thread only. */
public final class Waiting extends HBox {
    private static final Words WORDS = Words.of(Waiting.class);

    private static final long LONG_S = 10;

    private final ObservableValue<Instant> now;
    private final Label words = Ui.label("");
    private @Nullable String what;
    private Instant since = Instant.EPOCH;

    /** {@code stop} is what its button does. */
    public Waiting(ObservableValue<Instant> now, Runnable stop) {
        super(8);
        this.now = now;
        setAlignment(Pos.CENTER_LEFT);
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(18, 18);
        turning.setMinSize(18, 18);
        var button = Ui.button(WORDS.get("stop"), null, stop);
        button.setId("enroll-stop");
        words.setMinWidth(0);
        getChildren().addAll(turning, words, Ui.spacer(), button);
        getStyleClass().add("waiting-line");
        now.addListener((p, old, time) -> tell());
        Ui.shown(this, false);
    }

    /** From now on for this. */
    public void start(String doing) {
        what = doing;
        since = now.getValue();
        Ui.shown(this, true);
        tell();
    }

    /** No longer. */
    public void end() {
        what = null;
        Ui.shown(this, false);
    }

    private void tell() {
        if (what != null) {
            long seconds = Duration.between(since, now.getValue()).toSeconds();
            words.setText(seconds < LONG_S ? what + "…" : what + "… " + Units.span(seconds));
        }
    }
}
