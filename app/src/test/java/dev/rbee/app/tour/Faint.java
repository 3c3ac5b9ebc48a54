package dev.rbee.app.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/** Text that stands out from its ground less than 4.5:1. Grounds that are no plain colours are passed over, as are disabled controls. */
final class Faint {
    private static final double LEAST = 4.5;
    private static final double LEAST_LARGE = 3;
    private static final double LARGE = 24;

    private Faint() {}

    static Optional<String> of(Node node, Scene scene) {
        if (!(node instanceof Text text) || text.getText().isBlank() || !(text.getFill() instanceof Color ink)) {
            return Optional.empty();
        }
        if (node.isDisabled() || text.getBoundsInParent().getWidth() < 1) {
            return Optional.empty();
        }
        Color ground = scene.getFill() instanceof Color fill ? fill : Color.WHITE;
        double seen = 1;
        for (Node each : around(node)) {
            seen *= each.getOpacity();
            Background background = each instanceof Region region ? region.getBackground() : null;
            if (background != null) {
                for (BackgroundFill fill : background.getFills()) {
                    if (!(fill.getFill() instanceof Color colour)) {
                        return Optional.empty();
                    }
                    ground = over(colour, seen, ground);
                }
            }
        }
        Color shown = over(ink, seen, ground);
        double ratio = ratio(shown, ground);
        double least = text.getFont().getSize() >= LARGE ? LEAST_LARGE : LEAST;
        if (ratio >= least - 0.005) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "faint, %.2f:1: \"%s\" %s on %s at %s",
                ratio,
                text.getText().lines().findFirst().orElse(""),
                web(shown),
                web(ground),
                Inspection.path(node)));
    }

    /** From the outermost parent to the node. */
    private static List<Node> around(Node node) {
        List<Node> all = new ArrayList<>();
        for (Node each = node; each != null; each = each.getParent()) {
            all.addFirst(each);
        }
        return all;
    }

    private static Color over(Color top, double seen, Color ground) {
        double share = top.getOpacity() * seen;
        return Color.color(
                top.getRed() * share + ground.getRed() * (1 - share),
                top.getGreen() * share + ground.getGreen() * (1 - share),
                top.getBlue() * share + ground.getBlue() * (1 - share));
    }

    static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double value) {
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static String web(Color colour) {
        return "#" + colour.toString().substring(2, 8);
    }
}
