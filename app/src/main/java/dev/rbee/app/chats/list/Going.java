package dev.rbee.app.chats.list;

import dev.rbee.app.fx.Task;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One line that says what goes on with files, and a way to end it; hidden while nothing does. JavaFX thread only. */
final class Going extends HBox {
    private static final Words WORDS = Words.of(Going.class);

    private final Label words = Ui.label("", "secondary");
    private @Nullable Task task;

    Going() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setPrefSize(16, 16);
        wheel.setMinSize(16, 16);
        wheel.setMaxSize(16, 16);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(wheel, words, Ui.iconButton(Feather.X, WORDS.get("going.cancel"), this::cancel));
        Ui.shown(this, false);
    }

    void begins(String what, Task now) {
        task = now;
        says(what);
        Ui.shown(this, true);
    }

    void says(String what) {
        words.setText(what);
    }

    void ends() {
        task = null;
        Ui.shown(this, false);
    }

    private void cancel() {
        Task now = task;
        if (now != null) {
            now.cancel();
        }
        ends();
    }
}
