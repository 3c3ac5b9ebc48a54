package dev.rbee.app.chat;

import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.Role;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Finds words in the open chat: Enter goes to the next place, Shift-Enter to the one before, Esc closes it. JavaFX thread only. */
final class FindBar extends HBox {
    private static final Words WORDS = Words.of(FindBar.class);

    private final TextField field = new TextField();
    private final Label where = Ui.label("", "figure");
    private final Supplier<List<Message>> path;
    private final Transcript transcript;
    private final Runnable closed;
    private @Nullable Message at;

    /** Over what {@code transcript} shows; {@code closed} is called when it goes. */
    FindBar(Supplier<List<Message>> path, Transcript transcript, Runnable closed) {
        super(4);
        this.path = path;
        this.transcript = transcript;
        this.closed = closed;
        setId("find-bar");
        getStyleClass().addAll("chat-bar", "find-bar");
        field.setId("find-in-chat");
        field.setPromptText(WORDS.get("find.prompt"));
        field.setAccessibleText(WORDS.get("find.prompt"));
        field.setPrefColumnCount(20);
        where.setId("find-where");
        where.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(field, Priority.SOMETIMES);
        field.setMaxWidth(320);
        field.textProperty().addListener((p, old, now) -> anew());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        var before = Ui.iconButton(Feather.CHEVRON_UP, WORDS.get("find.before"), () -> go(false));
        before.setId("find-before");
        var next = Ui.iconButton(Feather.CHEVRON_DOWN, WORDS.get("find.next"), () -> go(true));
        next.setId("find-next");
        getChildren()
                .addAll(
                        Ui.spacer(),
                        field,
                        where,
                        before,
                        next,
                        Ui.iconButton(Feather.X, WORDS.get("find.close"), this::close));
        Ui.shown(this, false);
    }

    /** Shows it with the cursor in it. */
    void open() {
        Ui.shown(this, true);
        field.requestFocus();
        field.selectAll();
    }

    /** Goes, and nothing is marked any more. */
    void close() {
        if (isVisible()) {
            unmark();
            where.setText("");
            Ui.shown(this, false);
            closed.run();
        }
    }

    private void unmark() {
        Message old = at;
        at = null;
        if (old != null) {
            transcript.unselect(old);
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
        } else if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            go(!event.isShiftDown());
        }
    }

    /** From the end, where a person is who talks. */
    private void anew() {
        unmark();
        go(false);
    }

    private void go(boolean forward) {
        String words = field.getText().strip();
        if (words.isEmpty()) {
            where.setText("");
            return;
        }
        String wanted = words.toLowerCase(Locale.ROOT);
        List<Message> all =
                path.get().stream().filter(each -> seen(each).contains(wanted)).toList();
        if (all.isEmpty()) {
            unmark();
            where.setText(WORDS.get("find.none"));
            return;
        }
        Message from = at;
        int index = from == null ? -1 : all.indexOf(from);
        if (index < 0 || !transcript.find(all.get(index), words, forward, false)) {
            int first =
                    index < 0 ? (forward ? 0 : all.size() - 1) : Math.floorMod(index + (forward ? 1 : -1), all.size());
            index = reach(all, first, words, forward);
        }
        where.setText(index < 0 ? WORDS.get("find.none") : WORDS.get("find.where", index + 1, all.size()));
    }

    /** The next message that really shows these words: what is seen may lack what is written. */
    private int reach(List<Message> all, int first, String words, boolean forward) {
        for (int i = 0; i < all.size(); i++) {
            int index = Math.floorMod(first + (forward ? i : -i), all.size());
            if (transcript.find(all.get(index), words, forward, true)) {
                at = all.get(index);
                return index;
            }
        }
        unmark();
        return -1;
    }

    private static String seen(Message message) {
        String text = message.text().get();
        return (message.role() == Role.ASSISTANT ? Thinking.of(text).answer() : text).toLowerCase(Locale.ROOT);
    }
}
