package dev.rbee.app.tour;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Text that is cut, where nothing says the whole of it. */
final class Clipped {
    private static final String TOOLTIP = "javafx.scene.control.Tooltip";
    private static final int FAR = 3;

    private Clipped() {}

    static Optional<String> of(Node node) {
        if (node instanceof TextField field
                && field.getText().isEmpty()
                && field.isVisible()
                && !told(field, String.valueOf(field.getPromptText()))) {
            return prompt(field);
        }
        if (!(node instanceof Labeled labeled)
                || labeled.getText() == null
                || labeled.getText().isBlank()
                || told(labeled, labeled.getText())) {
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

    /** The words in an empty field, which are cut without an ellipsis. */
    private static Optional<String> prompt(TextField field) {
        String words = field.getPromptText();
        if (words == null || words.isBlank()) {
            return Optional.empty();
        }
        Text text = new Text(words);
        text.setFont(field.getFont());
        double need = text.getLayoutBounds().getWidth();
        double room = field.getWidth() - field.snappedLeftInset() - field.snappedRightInset();
        return need <= room + 1
                ? Optional.empty()
                : Optional.of("cut: the prompt \"" + words + "\" at " + Inspection.path(field));
    }

    /** Whether a tooltip of it or of something close around it says all of it. */
    private static boolean told(Node node, String whole) {
        Node each = node;
        for (int i = 0; i < FAR && each != null; i++) {
            if (says(each.getProperties().get(TOOLTIP), whole)
                    || (each instanceof Control control && says(control.getTooltip(), whole))) {
                return true;
            }
            each = each.getParent();
        }
        return false;
    }

    private static boolean says(@Nullable Object tooltip, String whole) {
        return tooltip instanceof Tooltip tip
                && (tip.getGraphic() != null
                        || tip.getText().contains(whole.strip().replace("…", "").strip()));
    }
}
