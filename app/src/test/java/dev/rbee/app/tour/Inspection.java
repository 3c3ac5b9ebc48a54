package dev.rbee.app.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * What is wrong with a scene as it is laid out now, one line for each fault: text that is cut with no tooltip to read it in, controls outside
 * of their parents or of the window, too small to hit, one over the other or silent for those who hear the window, text too faint on its ground.
 * On the JavaFX thread.
 */
public final class Inspection {
    private Inspection() {}

    /** The faults of a scene; empty where it is sound. */
    public static List<String> of(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        List<String> faults = new ArrayList<>();
        for (Node node : visible(scene.getRoot())) {
            Clipped.of(node).ifPresent(faults::add);
            Outside.of(node, scene).ifPresent(faults::add);
            Faint.of(node, scene).ifPresent(faults::add);
            Tiny.of(node).ifPresent(faults::add);
        }
        faults.addAll(Covered.below(scene.getRoot()));
        Spoken.silent(scene.getRoot()).forEach(path -> faults.add("silent: " + path));
        return faults.stream().distinct().toList();
    }

    /** All nodes that are seen below that one, it included. */
    static List<Node> visible(Node root) {
        if (!root.isVisible() || root.getOpacity() == 0) {
            return List.of();
        }
        Stream<Node> below = root instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(child -> visible(child).stream())
                : Stream.of();
        return Stream.concat(Stream.of(root), below).toList();
    }

    /** Where a node stands: its kind, id or classes, with those of its parents. */
    static String path(Node node) {
        List<String> names = new ArrayList<>();
        Node each = node;
        while (each != null && names.size() < 4) {
            names.addFirst(name(each));
            each = each.getParent();
        }
        return String.join(" > ", names);
    }

    private static String name(Node node) {
        String kind = node.getClass().getSimpleName();
        String id = node.getId();
        if (id != null) {
            return kind + "#" + id;
        }
        return node.getStyleClass().isEmpty() ? kind : kind + "." + String.join(".", node.getStyleClass());
    }
}
