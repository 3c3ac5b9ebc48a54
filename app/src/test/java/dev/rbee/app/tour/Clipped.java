package dev.rbee.app.tour;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/** Text that is cut, where nothing says the whole of it. */
final class Clipped {
    private static final String TOOLTIP = "javafx.scene.control.Tooltip";
    private static final int FAR = 3;

    private Clipped() {}

    static Optional<String> of(Node node) {
        if (!(node instanceof Labeled labeled)
                || labeled.getText() == null
                || labeled.getText().isBlank()
                || told(labeled)) {
            return Optional.empty();
        }
        String shown = labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && child.getStyleClass().contains("text"))
                .map(text -> ((Text) text).getText())
                .findFirst()
                .orElse(null);
        String whole = labeled.isMnemonicParsing() ? labeled.getText().replaceFirst("_", "") : labeled.getText();
        if (shown == null || whole.equals(shown) || labeled.getText().equals(shown)) {
            return Optional.empty();
        }
        return Optional.of("cut: \"" + whole + "\" shows as \"" + shown + "\" at " + Inspection.path(node));
    }

    /** Whether a tooltip of it or of something close around it says more. */
    private static boolean told(Node node) {
        Node each = node;
        for (int i = 0; i < FAR && each != null; i++) {
            if (each.getProperties().get(TOOLTIP) instanceof Tooltip
                    || (each instanceof Control control && control.getTooltip() != null)) {
                return true;
            }
            each = each.getParent();
        }
        return false;
    }
}
