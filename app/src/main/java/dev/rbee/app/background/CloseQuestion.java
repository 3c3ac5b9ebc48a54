package dev.rbee.app.background;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks whether the fleet goes on when the window closes. JavaFX thread only; nothing here waits. */
public final class CloseQuestion {
    private static final Words WORDS = Words.of(CloseQuestion.class);
    private static final double WIDTH = 440;

    /** What came out. */
    public enum Choice {
        /** the window goes, the fleet goes on */
        KEEP,
        /** everything ends */
        QUIT,
        /** the window stays */
        STAY
    }

    /** Who is told, on the JavaFX thread. */
    @FunctionalInterface
    public interface Listener {
        /** Exactly once. */
        void chosen(Choice choice);
    }

    private final Dialogs dialogs;
    private final AppState state;

    /** Remembers the answer there, unless the user does not want that. */
    public CloseQuestion(Dialogs dialogs, AppState state) {
        this.dialogs = dialogs;
        this.state = state;
    }

    /**
     * Shows it.
     *
     * @param tray whether an icon leads back to the window
     */
    public void ask(boolean tray, Listener listener) {
        CheckBox remember = new CheckBox(WORDS.get("close.remember"));
        remember.setId("close-remember");
        remember.setSelected(true);
        VBox content = new VBox(
                12,
                Ui.label(WORDS.get("close.head"), "section"),
                Ui.paragraph(WORDS.get("close.words")),
                Ui.paragraph(WORDS.get(tray ? "close.back.tray" : "close.back.start"), "secondary"),
                remember);
        content.setPrefWidth(WIDTH);
        Dialog<ButtonType> dialog = dialogs.of(WORDS.get("close.title"), content, WORDS.get("close.cancel"));
        ButtonType quit = new ButtonType(WORDS.get("close.quit"), ButtonBar.ButtonData.OTHER);
        ButtonType keep = new ButtonType(WORDS.get("close.keep"), ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().addAll(quit, keep);
        dialog.getDialogPane().lookupButton(quit).setId("close-quit");
        dialog.getDialogPane().lookupButton(keep).setId("close-keep");
        dialog.getDialogPane().lookupButton(keep).getStyleClass().add("main");
        dialog.setOnHidden(e -> {
            Choice choice = choice(dialog.getResult(), keep, quit);
            if (remember.isSelected()) {
                remember(choice);
            }
            listener.chosen(choice);
        });
        dialog.show();
    }

    private static Choice choice(@Nullable ButtonType result, ButtonType keep, ButtonType quit) {
        if (keep.equals(result)) {
            return Choice.KEEP;
        }
        return quit.equals(result) ? Choice.QUIT : Choice.STAY;
    }

    private void remember(Choice choice) {
        switch (choice) {
            case KEEP -> OnClose.KEEP.remember(state);
            case QUIT -> OnClose.QUIT.remember(state);
            case STAY -> {}
        }
    }
}
