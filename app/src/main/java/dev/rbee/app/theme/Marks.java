package dev.rbee.app.theme;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** The product's mark, a bee in a hexagon, and the hive's, a hexagon. */
public final class Marks {
    /** A hexagon on its point, 28 by 32. */
    public static final String HEXAGON = "M14 0 L28 8 V24 L14 32 L0 24 V8 Z";

    private static final String STRIPES =
            "M9.4 14.2 H18.6 V17 H9.4 Z M9.9 19.2 H18.1 Q17.6 21 16.9 22 H11.1 Q10.4 21 9.9 19.2 Z";
    private static final String HEAD = "M10.6 11.6 Q10.6 8.4 14 8.4 Q17.4 8.4 17.4 11.6 Z";
    private static final String FEELERS =
            "M12.2 8.4 Q11.6 6.2 9.8 5.6 L10.2 4.6 Q12.6 5.4 13.2 8.2 Z M15.8 8.4 Q16.4 6.2 18.2 5.6 L17.8 4.6 Q15.4 5.4 14.8 8.2 Z";
    private static final String WINGS =
            "M8.6 12.4 Q3.4 11 3.2 14.6 Q3.8 18.2 8.4 16.8 Z M19.4 12.4 Q24.6 11 24.8 14.6 Q24.2 18.2 19.6 16.8 Z";
    private static final String STING = "M13 24 H15 L14 26.6 Z";

    private Marks() {}

    /** The bee; {@code height} in px. */
    public static Node bee(double height) {
        Group group = new Group(
                path(HEXAGON, "bee-body"),
                path(STRIPES, "bee-dark"),
                path(HEAD, "bee-dark"),
                path(FEELERS, "bee-dark"),
                path(WINGS, "bee-dark"),
                path(STING, "bee-dark"));
        double scale = height / 32;
        group.setScaleX(scale);
        group.setScaleY(scale);
        StackPane box = new StackPane(new Group(group));
        box.setAccessibleText("rbee");
        return box;
    }

    /** A hexagon in the colour of a tone. */
    public static Region hexagon(Tone tone) {
        Region region = new Region();
        SVGPath shape = new SVGPath();
        shape.setContent(HEXAGON);
        region.setShape(shape);
        region.getStyleClass().addAll("hexagon", tone.style());
        return region;
    }

    private static SVGPath path(String content, String style) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add(style);
        return path;
    }
}
