package dev.rbee.app.chat;

import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.chats.store.Draft;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/** Where messages are written: grows to eight lines, Enter sends, Shift-Enter breaks the line. */
final class Composer extends VBox {
    private static final Words WORDS = Words.of(Composer.class);
    private static final int MOST_LINES = 8;
    private static final double PADDING = 18;

    private final TextArea area = new TextArea();
    private final Text measure = new Text();
    private final FileChips chips = new FileChips(this::leaveOut);
    private final Button send;
    private final Button stop;
    private final Deeds deeds;
    private List<Attachment> files = List.of();
    private boolean running;
    private boolean filling;

    /** What happens with what is written. */
    interface Deeds {
        /** Sends it. */
        void say(String text, List<Attachment> files);

        /** Stops the answer that is being written. */
        void stop();

        /** Keeps it, as it is not sent yet. */
        void draft(Draft draft);

        /** Asks for files to go along. */
        void attach();

        /** Changes the last message instead. */
        void editLast();
    }

    Composer(Deeds deeds) {
        this.deeds = deeds;
        getStyleClass().add("composer");
        area.setId("composer");
        area.setPromptText(WORDS.get("composer.prompt"));
        area.setAccessibleText(WORDS.get("composer.words"));
        area.setWrapText(true);
        HBox.setHgrow(area, Priority.ALWAYS);
        Button attach = Ui.iconButton(Feather.PAPERCLIP, WORDS.get("composer.attach"), deeds::attach);
        attach.setId("attach");
        send = Ui.mainButton(WORDS.get("composer.send"), Feather.SEND, this::send);
        send.setId("send");
        send.setTooltip(Ui.tip(WORDS.get("composer.send.tip"), null));
        stop = Ui.button(WORDS.get("composer.stop"), Feather.SQUARE, deeds::stop);
        stop.setId("stop");
        stop.setTooltip(Ui.tip(WORDS.get("composer.stop.tip"), null));
        HBox line = new HBox(attach, area, send, stop);
        line.getStyleClass().add("composer-line");
        getChildren().addAll(chips, line);
        measure.fontProperty().bind(area.fontProperty());
        area.textProperty().addListener((p, old, now) -> changed());
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

    /** Shows what was written before. */
    void show(Draft draft) {
        filling = true;
        if (!area.getText().equals(draft.text())) {
            area.setText(draft.text());
            area.end();
        }
        files(draft.files());
        filling = false;
    }

    /** What is written now. */
    Draft draft() {
        return new Draft(area.getText(), files);
    }

    /** One more file goes along; one of the same name is replaced. */
    void attach(Attachment file) {
        List<Attachment> more = new ArrayList<>(files);
        more.removeIf(each -> each.name().equals(file.name()));
        more.add(file);
        files(more);
        deeds.draft(draft());
    }

    /** Puts the cursor into it. */
    void focus() {
        area.requestFocus();
    }

    /** Puts the cursor into it and writes that. */
    void type(String text) {
        area.requestFocus();
        area.replaceSelection(text);
    }

    private void leaveOut(Attachment file) {
        files(files.stream().filter(each -> !each.equals(file)).toList());
        deeds.draft(draft());
        focus();
    }

    private void files(List<Attachment> now) {
        files = List.copyOf(now);
        chips.show(files);
        update();
    }

    private void key(KeyEvent event) {
        boolean alone = !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
        if (event.getCode() == KeyCode.UP && alone && area.getText().isEmpty() && !running) {
            event.consume();
            deeds.editLast();
        } else if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            event.consume(); // a field that keeps Tab to itself cannot be left by keyboard
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        } else if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            if (event.isShiftDown()) {
                area.replaceSelection("\n");
            } else {
                send();
            }
        }
    }

    private void send() {
        String text = area.getText().strip();
        if (!running && !(text.isEmpty() && files.isEmpty())) {
            List<Attachment> along = files;
            filling = true;
            area.clear();
            files(List.of());
            filling = false;
            deeds.say(text, along);
        }
    }

    private void changed() {
        grow();
        if (!filling) {
            deeds.draft(draft());
        }
    }

    private void update() {
        send.setDisable(area.getText().isBlank() && files.isEmpty());
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
