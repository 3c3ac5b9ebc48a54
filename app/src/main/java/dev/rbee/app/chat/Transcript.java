package dev.rbee.app.chat;

import dev.rbee.app.chats.ChatTree;
import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.Role;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A conversation in a column of readable width, of any length. JavaFX thread only. */
final class Transcript extends StackPane {
    private static final Words WORDS = Words.of(Transcript.class);

    private final Runs runs;
    private final Pairs pairs;
    private final TurnActions actions;
    private final LongColumn<Message> column;
    private final ListChangeListener<Message> listener = change -> path();
    private @Nullable ChatTree shown;

    Transcript(Runs runs, Pairs pairs, TurnActions actions) {
        this.runs = runs;
        this.pairs = pairs;
        this.actions = actions;
        column = new LongColumn<>(this::turn, Transcript::guess);
        column.setId("transcript");
        column.setAccessibleText(WORDS.get("transcript"));
        Button down = Ui.button(WORDS.get("transcript.newest"), Feather.ARROW_DOWN, column::toEnd);
        down.setId("transcript-newest");
        down.getStyleClass().add("newest");
        down.visibleProperty().bind(column.atEnd().not());
        StackPane.setAlignment(down, Pos.BOTTOM_CENTER);
        StackPane.setMargin(down, new Insets(0, 0, 8, 0));
        getChildren().addAll(column, down);
    }

    /** Shows this one, at its end. */
    void show(ChatTree tree) {
        if (shown != null) {
            shown.path().removeListener(listener);
        }
        shown = tree;
        tree.path().addListener(listener);
        column.show(List.of());
        path();
        column.toEnd();
    }

    private void path() {
        if (shown != null) {
            column.show(shown.path());
        }
    }

    /** Goes to the end and follows it. */
    void toEnd() {
        column.toEnd();
    }

    /** Brings that message to the upper edge. */
    void reveal(Message message) {
        column.reveal(message);
    }

    /** Makes the view of that message anew. */
    void remake(Message message) {
        column.remake(message);
    }

    /** Begins to change that message where it stands. */
    void edit(Message said) {
        column.toEnd();
        column.layout();
        if (column.turnOf(said) instanceof SaidView view) {
            view.edit();
        }
    }

    /** Brings the next place with these words in that message to the eye; false where there is no further one. */
    boolean find(Message message, String words, boolean forward, boolean anew) {
        Turn there = column.turnOf(message);
        if (there == null) {
            column.reveal(message);
            column.layout();
            there = column.turnOf(message);
        }
        if (there == null) {
            return false;
        }
        column.applyCss();
        column.layout();
        return there.find(words, forward, anew);
    }

    /** Nothing of that message is selected any more. */
    void unselect(Message message) {
        Turn there = column.turnOf(message);
        if (there != null) {
            there.unselect();
        }
    }

    LongColumn<Message> column() {
        return column;
    }

    private Turn turn(Message message) {
        if (message.role() == Role.USER) {
            return new SaidView(message, actions);
        }
        List<Message> both = shown == null ? List.of() : pairs.of(shown, message);
        return both.isEmpty() ? answer(message) : new PairView(both, this::answer, actions);
    }

    private AnswerView answer(Message message) {
        return new AnswerView(message, runs.live(message), actions);
    }

    private static double guess(Message message) {
        String text = message.text().get();
        long lines = text.chars().filter(letter -> letter == '\n').count();
        return (message.role() == Role.USER ? 70 : 90) + 22.0 * (text.length() / 95.0 + lines * 0.7);
    }
}
