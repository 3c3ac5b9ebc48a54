package dev.rbee.app.chat;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A message being changed where it stands: Enter sends it anew, Esc leaves it as it was. */
final class EditBox extends VBox {
    private static final Words WORDS = Words.of(EditBox.class);

    private final TextArea area;
    private final Habits habits;
    private final Consumer<String> send;
    private final Runnable leave;

    EditBox(String text, Habits habits, Consumer<String> send, Runnable leave) {
        super(8);
        this.habits = habits;
        this.send = send;
        this.leave = leave;
        getStyleClass().add("edit-box");
        area = new TextArea(text);
        area.setId("edit-message");
        area.setAccessibleText(WORDS.get("edit.words"));
        area.setWrapText(true);
        area.setPrefRowCount(Math.clamp(text.lines().count() + text.length() / 80, 2, 12));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Button go = Ui.button(WORDS.get("edit.send"), null, this::send);
        go.setId("edit-send");
        Button back = Ui.button(WORDS.get("edit.cancel"), null, leave);
        back.getStyleClass().add("quiet");
        HBox row = new HBox(8, Ui.spacer(), back, go);
        getChildren().addAll(area, row);
        sceneProperty().addListener((p, old, now) -> {
            if (now != null) {
                area.requestFocus();
                area.end();
            }
        });
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            leave.run();
        } else if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            if (habits.sends(event)) {
                send();
            } else {
                area.replaceSelection("\n");
            }
        }
    }

    private void send() {
        String text = area.getText().strip();
        if (!text.isEmpty()) {
            send.accept(text);
        }
    }
}
