package dev.rbee.app.chat;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Chips in rows from the left, each as wide as it likes and never wider than there is room. */
class ChipRows extends Pane {
    private static final double GAP = 6;

    @Override
    public final Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected final double computeMinWidth(double height) {
        return getManagedChildren().stream()
                .mapToDouble(chip -> chip.minWidth(-1))
                .max()
                .orElse(0);
    }

    @Override
    protected final double computePrefWidth(double height) {
        double sum = 0;
        for (Node chip : getManagedChildren()) {
            sum += snapSizeX(chip.prefWidth(-1)) + GAP;
        }
        return Math.max(0, sum - GAP);
    }

    @Override
    protected final double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected final double computePrefHeight(double width) {
        return rows(width < 0 ? Double.MAX_VALUE : width, false);
    }

    @Override
    protected final void layoutChildren() {
        rows(getWidth(), true);
    }

    /** How high the rows are. */
    private double rows(double room, boolean place) {
        double x = 0;
        double y = 0;
        double row = 0;
        for (Node chip : getManagedChildren()) {
            double width = Math.min(snapSizeX(chip.prefWidth(-1)), room);
            double height = snapSizeY(chip.prefHeight(-1));
            if (x > 0 && x + width > room) {
                x = 0;
                y += row + GAP;
                row = 0;
            }
            if (place) {
                chip.resizeRelocate(x, y, width, height);
            }
            x += width + GAP;
            row = Math.max(row, height);
        }
        return y + row;
    }
}
