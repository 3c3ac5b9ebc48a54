package dev.rbee.app.settings.file;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.service.settings.SettingsView;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What there is to say above the settings of the file: what is wrong with it, what counts only after a restart. */
final class FileNotes extends VBox {
    private static final Words WORDS = Words.of(FileNotes.class);

    private final FileParts parts;

    FileNotes(FileParts parts) {
        super(8);
        this.parts = parts;
        parts.book().view().addListener((p, old, now) -> show(now));
        show(parts.book().view().get());
    }

    private void show(@Nullable SettingsView now) {
        getChildren().clear();
        if (now == null) {
            getChildren().add(Ui.label(WORDS.get("note.reading"), "secondary"));
        } else {
            if (!now.mistakes().isEmpty()) {
                getChildren().add(mistakes(now));
            }
            long waiting = parts.book().waiting();
            if (waiting > 0 && now.mistakes().isEmpty()) {
                getChildren().add(waiting(waiting));
            }
        }
        Ui.shown(this, !getChildren().isEmpty());
    }

    private static Node mistakes(SettingsView now) {
        VBox words =
                new VBox(2, Ui.paragraph(WORDS.get("note.wrong", now.mistakes().size()), "headline"));
        now.mistakes().forEach(line -> words.getChildren().add(Ui.paragraph(sentence(line))));
        HBox box = new HBox(8, new FontIcon(Feather.ALERT_CIRCLE), words);
        HBox.setHgrow(words, Priority.ALWAYS);
        box.getStyleClass().add("problem");
        box.setId("settings-mistakes");
        return box;
    }

    /** A mistake that begins with a word begins as a sentence does; a key's name stays as it is written. */
    static String sentence(String line) {
        return line.startsWith("unknown ") ? "U" + line.substring(1) : line;
    }

    private Node waiting(long count) {
        boolean here = parts.restart().possible();
        var words = Ui.paragraph(WORDS.get(here ? "note.waits" : "note.waits.elsewhere", count));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox box = new HBox(8, new FontIcon(Feather.REFRESH_CW), words);
        if (here) {
            Button go = Ui.button(WORDS.get("note.restart"), null, this::restart);
            go.setId("settings-restart");
            box.getChildren().add(go);
        }
        box.getStyleClass().add("note");
        return box;
    }

    private void restart() {
        if (parts.restart().busy()) {
            parts.dialogs()
                    .confirm(
                            WORDS.get("restart.title"),
                            Ui.paragraph(WORDS.get("restart.words")),
                            WORDS.get("note.restart"),
                            this::go,
                            () -> {});
        } else {
            go();
        }
    }

    private void go() {
        parts.restart().run(() -> parts.book().restarted(parts.toasts()::problem));
    }
}
