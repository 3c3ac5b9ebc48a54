package dev.rbee.app.theme;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/** A line of figures over time, the newest at the right, as wide and as high as it is given room. JavaFX thread only. */
public final class Spark extends Region {
    private final Path line = new Path();
    private final Path area = new Path();
    private List<Double> figures = List.of();
    private int room = 2;
    private double top;

    /** Empty. */
    public Spark() {
        getStyleClass().add("spark");
        line.getStyleClass().add("spark-line");
        area.getStyleClass().add("spark-area");
        line.setManaged(false);
        area.setManaged(false);
        getChildren().addAll(area, line);
        setMinSize(24, 12);
        setPrefSize(64, 20);
    }

    /**
     * Shows these figures, oldest first.
     *
     * @param room for how many there is room; fewer leave the left side empty
     * @param least the top of the picture is at least that high, so that small figures do not look large
     */
    public void show(List<Double> newer, int room, double least, String words) {
        setAccessibleText(words);
        double highest = newer.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double newTop = Math.max(least, highest);
        if (newer.equals(figures) && newTop == top && room == this.room) {
            return;
        }
        figures = List.copyOf(newer);
        this.room = Math.max(2, room);
        top = newTop;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        List<PathElement> drawn = new ArrayList<>();
        double first = 0;
        for (int i = 0; i < figures.size(); i++) {
            double x = width * (room - figures.size() + i) / (room - 1);
            double y = height - 1 - (height - 2) * (top <= 0 ? 0 : figures.get(i) / top);
            if (i == 0) {
                first = x;
            }
            drawn.add(i == 0 ? new MoveTo(x, y) : new LineTo(x, y));
        }
        line.getElements().setAll(drawn);
        if (drawn.size() > 1) {
            drawn.add(new LineTo(width, height));
            drawn.add(new LineTo(first, height));
            drawn.add(new ClosePath());
            area.getElements().setAll(drawn);
        } else {
            area.getElements().clear();
        }
    }
}
