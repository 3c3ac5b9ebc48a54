package dev.rbee.app.chat;

import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.chats.store.Draft;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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

    private final PastingArea area;
    private final Text measure = new Text();
    private final FileChips chips = new FileChips(this::leaveOut);
    private final Label tokens = Ui.label("", "figure");
    private final Button send;
    private final Button stop;
    private final Deeds deeds;
    private final Habits habits;
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

        /** Takes these files along. */
        void attach(List<Path> files);

        /** Changes the last message instead. */
        void editLast();
    }

    Composer(Habits habits, Deeds deeds) {
        this.habits = habits;
        this.deeds = deeds;
        area = new PastingArea(habits::longPaste, this::pasted, deeds::attach);
        getStyleClass().add("composer");
        area.setId("composer");
        area.setPromptText(WORDS.get("composer.prompt"));
        area.setWrapText(true);
        HBox.setHgrow(area, Priority.ALWAYS);
        Button attach = Ui.iconButton(Feather.PAPERCLIP, WORDS.get("composer.attach"), deeds::attach);
        attach.setId("attach");
        send = Ui.mainButton(WORDS.get("composer.send"), Feather.SEND, this::send);
        send.setId("send");
        stop = Ui.button(WORDS.get("composer.stop"), Feather.SQUARE, deeds::stop);
        stop.setId("stop");
        stop.setTooltip(Ui.tip(WORDS.get("composer.stop.tip"), null));
        tokens.setId("composer-tokens");
        tokens.setMinWidth(USE_PREF_SIZE);
        tokens.setTooltip(Ui.tip(WORDS.get("composer.tokens.tip"), null));
        HBox line = new HBox(attach, area, tokens, send, stop);
        line.getStyleClass().add("composer-line");
        getChildren().addAll(chips, line);
        measure.fontProperty().bind(area.fontProperty());
        area.textProperty().addListener((p, old, now) -> changed());
        area.widthProperty().addListener((p, old, now) -> grow());
        area.fontProperty().addListener((p, old, now) -> grow());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        habits.watch(this::keys);
        keys();
        running(false);
        grow();
    }

    private void keys() {
        boolean enter = habits.enterSends();
        area.setAccessibleText(WORDS.get(enter ? "composer.words" : "composer.words.ctrl"));
        send.setTooltip(Ui.tip(WORDS.get(enter ? "composer.send.tip" : "composer.send.tip.ctrl"), null));
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

    /** Tokens of what is written and attached, about; 0 where nothing is. */
    int tokens() {
        return Tokens.of(area.getText()) + Tokens.of(files);
    }

    /** Takes all files out again. */
    void leaveOutFiles() {
        files(List.of());
        deeds.draft(draft());
        focus();
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
            if (habits.sends(event)) {
                send();
            } else {
                area.replaceSelection("\n");
            }
        } else if (event.getCode() == KeyCode.V && event.isShortcutDown() && event.isShiftDown()) {
            event.consume();
            area.plainPaste();
        }
    }

    private void pasted(String text) {
        String name = WORDS.get("composer.pasted");
        for (int i = 2; taken(name); i++) {
            name = WORDS.get("composer.pasted.more", i);
        }
        attach(new Attachment(name, text));
    }

    private boolean taken(String name) {
        return files.stream().anyMatch(each -> each.name().equals(name));
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
        boolean nothing = area.getText().isBlank() && files.isEmpty();
        send.setDisable(nothing);
        Ui.shown(tokens, !nothing);
        tokens.setText(WORDS.get("composer.tokens", Tokens.words(tokens())));
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
