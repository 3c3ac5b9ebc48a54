package dev.rbee.app.frame;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.event.Event;
import javafx.event.EventDispatchChain;
import javafx.event.EventDispatcher;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.DialogPane;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * The keyboard in a dialog. Enter does the main action from wherever the focus is, unless that is something with an Enter of its own. When
 * what has the focus cannot be used for a while, JavaFX hands it to the neighbour, which is the way out: then nobody has it, until what had
 * it can be used again. Whoever goes to the way out by Tab or mouse stays there. JavaFX thread only.
 */
final class DialogFocus implements EventDispatcher {
    private final Scene scene;
    private final EventDispatcher inner;
    private final ChangeListener<Boolean> usable = (p, old, disabled) -> comeBack();
    private boolean byHand;
    private @Nullable Node waits;

    private DialogFocus(Scene scene) {
        this.scene = scene;
        inner = scene.getEventDispatcher();
    }

    /** Looks after the dialogs that this scene shows. */
    static void in(Scene scene) {
        DialogFocus focus = new DialogFocus(scene);
        scene.setEventDispatcher(focus);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, focus::key);
        scene.focusOwnerProperty().addListener((p, old, now) -> focus.moved(old, now));
    }

    @Override
    public @Nullable Event dispatchEvent(Event event, EventDispatchChain tail) {
        boolean before = byHand;
        byHand = event.getEventType() == MouseEvent.MOUSE_PRESSED
                || (event instanceof KeyEvent key
                        && key.getEventType() == KeyEvent.KEY_PRESSED
                        && (key.getCode() == KeyCode.TAB || key.getCode().isArrowKey()));
        try {
            return inner.dispatchEvent(event, tail);
        } finally {
            byHand = before;
        }
    }

    private void moved(@Nullable Node old, @Nullable Node now) {
        if (!(scene.getRoot() instanceof DialogPane pane)) {
            return;
        }
        if (now == null) {
            if (old != null && !old.equals(pane) && old.isDisabled() && old.getScene() != null) {
                wait(old);
            }
        } else if (!byHand && now instanceof Button button && (leaves(pane, button) || waiting())) {
            park(pane, old);
        } else if (!now.equals(pane)) {
            wait(null);
        }
    }

    private boolean waiting() {
        Node node = waits;
        return node != null && node.getScene() != null && node.isDisabled();
    }

    private void park(DialogPane pane, @Nullable Node old) {
        if (old != null && !old.equals(pane) && old.getScene() != null) {
            wait(old);
        }
        if (waits == null) { // it was just opened, or shows another page
            Node first = first(pane.getContent()).orElse(null);
            if (first != null && main(pane).isPresent()) {
                first.requestFocus();
                return;
            }
            main(pane).ifPresent(this::wait);
        }
        if (waits != null) {
            pane.requestFocus();
        }
    }

    /** Whether that is a button of the dialog, but not the main one. */
    private static boolean leaves(DialogPane pane, Button button) {
        return !button.isDefaultButton()
                && pane.getButtonTypes().stream().anyMatch(type -> button.equals(pane.lookupButton(type)));
    }

    private static Optional<Button> main(DialogPane pane) {
        return pane.getButtonTypes().stream()
                .map(pane::lookupButton)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.isDefaultButton() && button.isVisible())
                .findFirst();
    }

    private void wait(@Nullable Node node) {
        Node before = waits;
        if (before != null) {
            before.disabledProperty().removeListener(usable);
        }
        waits = node;
        if (node != null) {
            node.disabledProperty().addListener(usable);
        }
    }

    private void comeBack() {
        Node node = waits;
        if (node != null && !node.isDisabled() && nobody()) {
            node.requestFocus();
        }
    }

    private boolean nobody() {
        Node owner = scene.getFocusOwner();
        return owner == null || owner.equals(scene.getRoot());
    }

    /** The first control in there that can have the focus. */
    static Optional<Node> first(@Nullable Node in) {
        if (in == null || !in.isVisible() || in.isDisabled()) {
            return Optional.empty();
        }
        if (in.isFocusTraversable()) {
            return Optional.of(in);
        }
        return in instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER
                && !event.isShortcutDown()
                && !event.isAltDown()
                && !event.isShiftDown()
                && scene.getRoot() instanceof DialogPane pane
                && gives(scene.getFocusOwner())) {
            main(pane).filter(button -> !button.isDisabled()).ifPresent(button -> {
                event.consume();
                button.fire();
            });
        }
    }

    /** Whether Enter means nothing of its own there, although the control may take it. */
    private static boolean gives(@Nullable Node owner) {
        if (owner instanceof Spinner<?> spinner) {
            spinner.commitValue();
        }
        return switch (owner) {
            case ComboBoxBase<?> box -> !box.isShowing();
            case CheckBox _, RadioButton _, Slider _, Spinner<?> _, DialogPane _ -> true;
            case null, default -> false;
        };
    }
}
