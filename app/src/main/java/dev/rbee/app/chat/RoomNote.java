package dev.rbee.app.chat;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Over the place where one writes: says before sending that it will not fit, with what helps. JavaFX thread only. */
final class RoomNote extends VBox {
    private static final Words WORDS = Words.of(RoomNote.class);

    private final Label words = Ui.paragraph("");
    private final Button trim;
    private final Button files;
    private final Button other;
    private final Button fresh;

    /** What helps. */
    interface Help {
        /** Leaves out older messages from now on. */
        void trim();

        /** Takes the files out of what is written. */
        void leaveOutFiles();

        /** Opens the choice of models and workers. */
        void choose();

        /** A new chat. */
        void fresh();
    }

    RoomNote(Help help) {
        super(8);
        setId("context-full");
        getStyleClass().addAll("banner", "context-full");
        trim = Ui.button(WORDS.get("context.trim"), Feather.SCISSORS, help::trim);
        trim.setId("trim");
        files = Ui.button(WORDS.get("context.files"), Feather.X, help::leaveOutFiles);
        files.setId("leave-out-files");
        other = Ui.button(WORDS.get("context.other"), Feather.CPU, help::choose);
        other.setId("choose-another");
        fresh = Ui.button(WORDS.get("chat.fresh"), Feather.PLUS, help::fresh);
        words.setId("context-words");
        getChildren().addAll(words, new FlowPane(8, 8, trim, files, other, fresh));
        Ui.shown(this, false);
    }

    /** {@code trained}: the most that the model can be started with, null where that is not known. */
    void show(Room room, boolean attached, @Nullable Integer trained) {
        Ui.shown(this, !(room instanceof Room.Enough));
        Ui.shown(trim, room instanceof Room.Little || room instanceof Room.Over);
        Ui.shown(files, room instanceof Room.Alone alone && alone.written() && attached);
        Ui.shown(other, room instanceof Room.Alone);
        Ui.shown(fresh, !(room instanceof Room.Alone alone && alone.written()));
        words.setText(
                switch (room) {
                    case Room.Enough _ -> "";
                    case Room.Little _ -> WORDS.get("context.full");
                    case Room.Over over ->
                        WORDS.get("context.over", Tokens.words(over.tokens()), Tokens.words(over.most()));
                    case Room.Alone alone -> alone(alone, trained);
                });
    }

    private static String alone(Room.Alone alone, @Nullable Integer trained) {
        String said = WORDS.get(
                alone.written() ? "context.alone" : "context.alone.said",
                Tokens.words(alone.tokens()),
                Tokens.words(alone.most()));
        return trained == null || trained <= alone.tokens()
                ? said
                : said + " " + WORDS.get("context.larger", Tokens.words(trained));
    }
}
