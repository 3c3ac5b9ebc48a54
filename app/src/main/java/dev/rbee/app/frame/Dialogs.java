package dev.rbee.app.frame;

import atlantafx.base.theme.Styles;
import dev.rbee.app.theme.Look;
import dev.rbee.app.words.Words;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Windows in front of the window, dressed like it. JavaFX thread only; nothing here waits. */
public final class Dialogs {
    private static final Words WORDS = Words.of(Dialogs.class);

    private final Look look;
    private @Nullable Window owner;

    /** Dialogs of that look. */
    public Dialogs(Look look) {
        this.look = look;
    }

    /** The window they stand before. */
    public void ownedBy(Window window) {
        owner = window;
    }

    /** The window they stand before. */
    public @Nullable Window owner() {
        return owner;
    }

    /** A dialog with this content and only a way out, named {@code close}. Show it with {@link Dialog#show}. */
    public Dialog<ButtonType> of(String title, Node content, String close) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.setTitle(title);
        if (owner != null) {
            dialog.initOwner(owner);
        }
        dialog.getDialogPane().getButtonTypes().add(new ButtonType(close, ButtonBar.ButtonData.CANCEL_CLOSE));
        dialog.getDialogPane().setContent(content);
        dialog.setResizable(true);
        dress(dialog);
        return dialog;
    }

    /** Gives a dialog that was made elsewhere the look, and the keyboard of all dialogs. */
    public void dress(Dialog<?> dialog) {
        look.dress(dialog.getDialogPane().getScene());
        DialogFocus.in(dialog.getDialogPane().getScene());
    }

    /** Asks before something is lost, so Enter does not do it; {@code yes} runs when the button of that name is chosen, {@code no} otherwise. */
    public void confirm(String title, Node content, String act, Runnable yes, Runnable no) {
        Dialog<ButtonType> dialog = of(title, content, WORDS.get("cancel"));
        ButtonType go = losing(dialog.getDialogPane(), act);
        dialog.setOnHidden(e -> {
            if (go.equals(dialog.getResult())) {
                yes.run();
            } else {
                no.run();
            }
        });
        dialog.show();
    }

    /** Asks before something that loses nothing; {@code yes} runs when the button of that name, which Enter chooses, was. */
    public void ask(String title, Node content, String act, Runnable yes) {
        Dialog<ButtonType> dialog = of(title, content, WORDS.get("cancel"));
        ButtonType go = new ButtonType(act, ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().add(go);
        dialog.setOnHidden(e -> {
            if (go.equals(dialog.getResult())) {
                yes.run();
            }
        });
        dialog.show();
    }

    /** Gives a shown dialog the height its content needs now, and keeps all of it on the screen. */
    public static void fit(DialogPane pane) {
        Window window = pane.getScene().getWindow();
        double frame = window.getHeight() - pane.getScene().getHeight();
        double need = pane.prefHeight(pane.getWidth()) + frame;
        Rectangle2D screen = Screen.getScreensForRectangle(window.getX(), window.getY(), 1, 1).stream()
                .findFirst()
                .orElseGet(Screen::getPrimary)
                .getVisualBounds();
        if (window.getY() + need > screen.getMaxY()) {
            window.setY(Math.max(screen.getMinY(), screen.getMaxY() - need));
        }
        window.sizeToScene();
    }

    /** Adds the button that loses something: in red, and of no kind that a dialog makes its default, so that Enter does not do it. */
    public static ButtonType losing(DialogPane pane, String act) {
        ButtonType type = new ButtonType(act, ButtonBar.ButtonData.RIGHT);
        pane.getButtonTypes().add(type);
        pane.lookupButton(type).getStyleClass().add(Styles.DANGER);
        return type;
    }
}
