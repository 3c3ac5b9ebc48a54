package dev.rbee.app.chat;

import dev.rbee.app.theme.Ui;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/** Where messages are written: grows to eight lines, Enter sends, Shift-Enter breaks the line. */
final class Composer extends HBox {
    private static final int MOST_LINES = 8;
    private static final double PADDING = 18;

    private final TextArea area = new TextArea();
    private final Text measure = new Text();
    private final Button send;
    private final Button stop;
    private final Consumer<String> say;
    private boolean running;

    Composer(Consumer<String> say, Runnable stopIt) {
        this.say = say;
        getStyleClass().add("composer");
        area.setId("composer");
        area.setPromptText("Message…");
        area.setAccessibleText("Message. Enter sends, Shift and Enter break the line.");
        area.setWrapText(true);
        HBox.setHgrow(area, Priority.ALWAYS);
        send = Ui.mainButton("Send", Feather.SEND, this::send);
        send.setId("send");
        send.setTooltip(Ui.tip("Send (Enter)", null));
        stop = Ui.button("Stop", Feather.SQUARE, stopIt);
        stop.setId("stop");
        stop.setTooltip(Ui.tip("Stop the answer (Esc)", null));
        getChildren().addAll(area, send, stop);
        measure.fontProperty().bind(area.fontProperty());
        area.textProperty().addListener((p, old, now) -> grow());
        area.widthProperty().addListener((p, old, now) -> grow());
        area.fontProperty().addListener((p, old, now) -> grow());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        running(false);
        grow();
    }

    /** While an answer is being written nothing is sent; it can be stopped. */
    void running(boolean now) {
        running = now;
        Ui.shown(send, !now);
        Ui.shown(stop, now);
        update();
    }

    /** Puts the cursor into it. */
    void focus() {
        area.requestFocus();
    }

    private void key(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER) {
            return;
        }
        event.consume();
        if (event.isShiftDown()) {
            area.replaceSelection("\n");
        } else {
            send();
        }
    }

    private void send() {
        String text = area.getText().strip();
        if (!running && !text.isEmpty()) {
            area.clear();
            say.accept(text);
        }
    }

    private void update() {
        send.setDisable(area.getText().isBlank());
    }

    private void grow() {
        update();
        measure.setText("X");
        measure.setWrappingWidth(0);
        double line = measure.getLayoutBounds().getHeight();
        measure.setText(
                area.getText().isEmpty()
                        ? "X"
                        : area.getText() + (area.getText().endsWith("\n") ? "X" : ""));
        measure.setWrappingWidth(Math.max(80, area.getWidth() - 28));
        double lines = Math.clamp(Math.round(measure.getLayoutBounds().getHeight() / line), 1, MOST_LINES);
        double height = Math.ceil(lines * line) + PADDING;
        area.setMinHeight(height);
        area.setPrefHeight(height);
        area.setMaxHeight(height);
    }
}
