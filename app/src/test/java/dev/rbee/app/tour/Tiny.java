package dev.rbee.app.tour;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextInputControl;

/** Controls that are hard to hit, less than 24 px wide or high. Links inside of words are as high as the words. */
final class Tiny {
    private static final double LEAST = 24;

    private Tiny() {}

    static Optional<String> of(Node node) {
        if (!hit(node) || node instanceof Hyperlink || inside(node)) {
            return Optional.empty();
        }
        Bounds size = node.getLayoutBounds();
        if (size.getWidth() >= LEAST - 0.5 && size.getHeight() >= LEAST - 0.5) {
            return Optional.empty();
        }
        return Optional.of("tiny, " + Math.round(size.getWidth()) + "x" + Math.round(size.getHeight()) + ": "
                + Inspection.path(node));
    }

    private static boolean hit(Node node) {
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof ChoiceBox<?>;
    }

    /** A part of another control, which is hit instead. */
    private static boolean inside(Node node) {
        return node.getParent() instanceof Control && hit(node.getParent());
    }
}
