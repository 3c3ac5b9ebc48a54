package dev.rbee.app.markdown;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * Nodes under each other, each as high as it likes. Unlike its parent it asks each of them once, and remembers: in a deep tree of boxes
 * every level would else ask the next several times for each frame.
 */
class Column extends VBox {
    private final Height height = new Height();

    Column(Node... children) {
        super(children);
    }

    @Override
    public final void requestLayout() {
        if (height != null) { // asked for while the parent is being made
            height.forget();
        }
        super.requestLayout();
    }

    @Override
    protected final double computePrefHeight(double width) {
        return height.at(width, this::measure);
    }

    @Override
    protected final double computeMinHeight(double width) {
        return height.at(width, this::measure);
    }

    private double measure(double width) {
        Insets in = getInsets();
        double room = width < 0 ? -1 : width - in.getLeft() - in.getRight();
        double sum = 0;
        int count = 0;
        for (Node child : getManagedChildren()) {
            sum += tall(child, wide(child, room));
            count++;
        }
        return in.getTop() + sum + snapSpaceY(getSpacing()) * Math.max(0, count - 1) + in.getBottom();
    }

    private static double wide(Node child, double room) {
        return room < 0 ? -1 : Math.max(child.minWidth(-1), Math.min(room, child.maxWidth(-1)));
    }

    private double tall(Node child, double width) {
        double least = child.minHeight(width);
        return snapSizeY(Math.max(least, Math.min(child.prefHeight(width), child.maxHeight(width))));
    }

    @Override
    protected final void layoutChildren() {
        Insets in = getInsets();
        double room = getWidth() - in.getLeft() - in.getRight();
        double y = in.getTop();
        for (Node child : getManagedChildren()) {
            double width = wide(child, room);
            double tall = tall(child, width);
            child.resizeRelocate(snapPositionX(in.getLeft()), snapPositionY(y), snapSizeX(width), tall);
            y += tall + snapSpaceY(getSpacing());
        }
    }
}
