package dev.rbee.app.tour;

import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Pane;

/** Controls that stick out of the parent that lays them out, or of the window. */
final class Outside {
    private static final double SLACK = 1.5;

    private Outside() {}

    static Optional<String> of(Node node, Scene scene) {
        if (!(node instanceof Control || node instanceof Pane) || !node.isManaged()) {
            return Optional.empty();
        }
        Parent parent = node.getParent();
        if (node instanceof Control && parent instanceof Pane pane && !empty(node)) {
            Bounds in = placed(node);
            Bounds room = pane.getLayoutBounds();
            if (in.getMaxX() > room.getMaxX() + SLACK
                    || in.getMinX() < room.getMinX() - SLACK
                    || in.getMaxY() > room.getMaxY() + SLACK
                    || in.getMinY() < room.getMinY() - SLACK) {
                return Optional.of("sticks out of its parent: " + what(node) + in(in, room));
            }
        }
        if (node instanceof Control && !empty(node) && !scrolled(node)) {
            Bounds at = node.localToScene(node.getLayoutBounds());
            if (at.getMaxX() > scene.getWidth() + SLACK
                    || at.getMaxY() > scene.getHeight() + SLACK
                    || at.getMinX() < -SLACK
                    || at.getMinY() < -SLACK) {
                return Optional.of("outside of the window: " + what(node) + at(at));
            }
        }
        return Optional.empty();
    }

    /** Where its parent has put it; what is moved a little from there is meant so. */
    private static Bounds placed(Node node) {
        Bounds size = node.getLayoutBounds();
        return new BoundingBox(
                node.getLayoutX() + size.getMinX(),
                node.getLayoutY() + size.getMinY(),
                size.getWidth(),
                size.getHeight());
    }

    private static String what(Node node) {
        String text = node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
        return (text.isEmpty() ? "" : "\"" + text + "\" ") + "at " + Inspection.path(node);
    }

    private static String in(Bounds in, Bounds room) {
        return at(in) + " in " + Math.round(room.getWidth()) + "x" + Math.round(room.getHeight());
    }

    private static String at(Bounds at) {
        return " (" + Math.round(at.getMinX()) + "," + Math.round(at.getMinY()) + " to " + Math.round(at.getMaxX())
                + "," + Math.round(at.getMaxY()) + ")";
    }

    private static boolean empty(Node node) {
        Bounds bounds = node.getLayoutBounds();
        return bounds.getWidth() < 1
                || bounds.getHeight() < 1
                || (node instanceof Label words && words.getText().isEmpty() && words.getGraphic() == null);
    }

    /** Whether it lies in something that scrolls, so that being outside means being further down. */
    private static boolean scrolled(Node node) {
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each.getClip() != null
                    || each instanceof ScrollPane
                    || each instanceof VirtualFlow<?>
                    || each instanceof TableView<?>
                    || each instanceof TextInputControl) {
                return true;
            }
        }
        return false;
    }
}
