package dev.rbee.app.frame;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One message that goes by itself, unless the pointer rests on it. */
final class Toast extends HBox {
    private static final Words WORDS = Words.of(Toast.class);

    private final @Nullable Remedy remedy;
    private final Runnable gone;
    private final PauseTransition time;

    /** {@code stays} is how long it is seen; an indefinite one stays until it is closed. {@code gone} removes it. */
    Toast(Feather icon, String style, String words, @Nullable Remedy remedy, Duration stays, Runnable gone) {
        this.remedy = remedy;
        this.gone = gone;
        getStyleClass().addAll("toast", style);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(words);
        Label text = Ui.paragraph(words);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(icon), text);
        if (remedy != null) {
            Button act = Ui.button(remedy.words(), null, this::act);
            act.getStyleClass().add("toast-act");
            getChildren().add(act);
        }
        getChildren().add(Ui.iconButton(Feather.X, WORDS.get("toast.close"), this::close));
        time = new PauseTransition(stays);
        time.setOnFinished(e -> close());
        if (!stays.isIndefinite()) {
            time.play();
            setOnMouseEntered(e -> time.stop());
            setOnMouseExited(e -> time.playFromStart());
        }
    }

    /** Whether there is something to do about it. */
    boolean offers() {
        return remedy != null;
    }

    void act() {
        close();
        if (remedy != null) {
            remedy.act().run();
        }
    }

    private void close() {
        end();
        gone.run();
    }

    /** It was taken away. */
    void end() {
        time.stop();
        setOnMouseEntered(null);
        setOnMouseExited(null);
    }
}
