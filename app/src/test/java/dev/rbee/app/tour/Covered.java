package dev.rbee.app.tour;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Controls and words that lie over each other where a layout meant them to stand side by side; layers over a page are meant. */
final class Covered {
    private static final double SLACK = 2;

    private record Part(Node node, Bounds seen) {}

    private Covered() {}

    /** All pairs of them below that node. */
    static List<String> below(Node root) {
        List<Part> parts = new ArrayList<>();
        collect(root, root.localToScene(root.getLayoutBounds()), parts);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            for (int k = i + 1; k < parts.size(); k++) {
                Node one = parts.get(i).node();
                Node other = parts.get(k).node();
                if (meet(parts.get(i).seen(), parts.get(k).seen()) && sideBySide(joint(one, other))) {
                    faults.add("covered: " + Inspection.path(one) + " and " + Inspection.path(other));
                }
            }
        }
        return faults;
    }

    private static void collect(Node node, Bounds room, List<Part> parts) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        Bounds seen = common(room, node.localToScene(node.getLayoutBounds()));
        if (whole(node)) {
            if (seen.getWidth() > SLACK && seen.getHeight() > SLACK) {
                parts.add(new Part(node, seen));
            }
        } else if (node instanceof Parent parent) {
            Bounds inner = node.getClip() == null ? room : seen;
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, inner, parts));
        }
    }

    /** Whether a person sees it as one thing. */
    private static boolean whole(Node node) {
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof ChoiceBox<?>
                || node instanceof Slider
                || (node instanceof Labeled words
                        && words.getText() != null
                        && !words.getText().isBlank()
                        && !(node instanceof Cell<?> && words.getGraphic() != null));
    }

    private static boolean meet(Bounds one, Bounds other) {
        Bounds both = common(one, other);
        return both.getWidth() > SLACK && both.getHeight() > SLACK;
    }

    private static Bounds common(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        double width = Math.min(one.getMaxX(), other.getMaxX()) - x;
        double height = Math.min(one.getMaxY(), other.getMaxY()) - y;
        return new BoundingBox(x, y, Math.max(0, width), Math.max(0, height));
    }

    /** The innermost parent of both. */
    private static Node joint(Node one, Node other) {
        List<Node> up = new ArrayList<>();
        for (Node each = one; each != null; each = each.getParent()) {
            up.add(each);
        }
        Node each = other;
        while (each.getParent() != null && !up.contains(each)) {
            each = each.getParent();
        }
        return each;
    }

    private static boolean sideBySide(Node layout) {
        return layout instanceof HBox
                || layout instanceof VBox
                || layout instanceof GridPane
                || layout instanceof FlowPane
                || layout instanceof BorderPane;
    }
}
