package dev.rbee.app.markdown;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Characters that look alike.
 *
 * @param styles of the design system
 * @param address where a click on it leads; null for nowhere
 */
record Run(String text, List<String> styles, @Nullable String address) {
    private static final String KEY = "address";

    Run(String text, List<String> styles) {
        this(text, styles, null);
    }

    /** The address behind a text that is a link. */
    static @Nullable String address(Node node) {
        return node.hasProperties() && node.getProperties().get(KEY) instanceof String address ? address : null;
    }

    /** A text of its own. */
    Text node(Consumer<String> open) {
        Text node = new Text(text);
        node.getStyleClass().setAll(styles);
        String there = address;
        if (there != null) {
            node.getProperties().put(KEY, there);
            Tooltip.install(node, new Tooltip(there));
            node.setOnMouseClicked(e -> {
                if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress()) {
                    open.accept(there);
                }
            });
        }
        return node;
    }

    /** Whether a text that showed the other one can show this one. */
    boolean follows(Run other) {
        return styles.equals(other.styles) && (address == null ? other.address == null : address.equals(other.address));
    }
}
