package dev.rbee.app.tour;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import org.jspecify.annotations.Nullable;

/** What a screen reader has to say of each control. On the JavaFX thread. */
public final class Spoken {
    private Spoken() {}

    /** The controls that can be seen below that node and say nothing, by where they stand. */
    public static List<String> silent(Node root) {
        List<Node> seen = Inspection.visible(root);
        Set<Node> named = seen.stream()
                .filter(node -> node instanceof Label label && label.getLabelFor() != null)
                .map(node -> ((Label) node).getLabelFor())
                .collect(Collectors.toSet());
        return seen.stream()
                .filter(Spoken::matters)
                .filter(node -> !named.contains(node) && !says(node))
                .map(Inspection::path)
                .distinct()
                .toList();
    }

    private static boolean matters(Node node) {
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof ChoiceBox<?>
                || node instanceof MenuButton
                || node instanceof Slider
                || node instanceof Spinner<?>
                || node instanceof ListView<?>
                || node instanceof TableView<?>
                || node instanceof TreeView<?>
                || node instanceof ProgressIndicator;
    }

    private static boolean says(Node node) {
        if (filled(node.getAccessibleText()) || inside(node)) {
            return true;
        }
        return switch (node) {
            case Labeled labeled -> filled(labeled.getText());
            case TextInputControl input -> filled(input.getPromptText());
            default -> false;
        };
    }

    /** A part of another control, which speaks for it. */
    private static boolean inside(Node node) {
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ComboBoxBase<?> || up instanceof Spinner<?>) {
                return true;
            }
            if (up instanceof Control && up.getStyleClass().contains("tab-header-area")) {
                return true;
            }
        }
        return false;
    }

    private static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
