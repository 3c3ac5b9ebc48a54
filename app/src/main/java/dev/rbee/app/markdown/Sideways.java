package dev.rbee.app.markdown;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** Shows something wide, which can be moved sideways, or lets it break its lines. The wheel turned downwards is left to the page. */
final class Sideways extends Region {
    private static final double BAR = 12;

    private final Region content;
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private boolean wrapped;

    Sideways(Region content) {
        this.content = content;
        setClip(clip);
        bar.setOrientation(Orientation.HORIZONTAL);
        bar.setFocusTraversable(false);
        bar.valueProperty().addListener((p, old, now) -> requestLayout());
        getChildren().addAll(content, bar);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
    }

    /** Breaks long lines from now on, or not. */
    void wrap(boolean now) {
        wrapped = now;
        bar.setValue(0);
        requestLayout();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    private void scroll(ScrollEvent event) {
        boolean sideways = event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
        if (sideways && bar.isVisible()) {
            double delta = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            bar.setValue(Math.clamp(bar.getValue() - delta, 0, bar.getMax()));
            event.consume();
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets in = getInsets();
        return in.getLeft() + content.prefWidth(-1) + in.getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets in = getInsets();
        double room = width - in.getLeft() - in.getRight();
        double height = wrapped && width > 0 ? content.prefHeight(room) : content.prefHeight(-1);
        return in.getTop() + height + in.getBottom() + (over(room) ? BAR : 0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private boolean over(double room) {
        return !wrapped && room > 0 && content.prefWidth(-1) > room + 1;
    }

    @Override
    protected void layoutChildren() {
        Insets in = getInsets();
        double room = getWidth() - in.getLeft() - in.getRight();
        boolean over = over(room);
        double wide = wrapped ? room : Math.max(room, content.prefWidth(-1));
        bar.setVisible(over);
        bar.setMax(Math.max(0, wide - room));
        bar.setVisibleAmount(over ? bar.getMax() * room / wide : 1);
        if (!over) {
            bar.setValue(0);
        }
        double x = in.getLeft() - Math.min(bar.getValue(), bar.getMax());
        content.resizeRelocate(Math.rint(x), in.getTop(), wide, content.prefHeight(wrapped ? room : -1));
        bar.resizeRelocate(0, getHeight() - BAR, getWidth(), BAR);
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
    }
}
