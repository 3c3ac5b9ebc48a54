package dev.rbee.app.theme;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** How full something is. */
public final class MemoryBar extends StackPane {
    private final Region fill = new Region();
    private double share;

    /** Empty. */
    public MemoryBar() {
        getStyleClass().add("memory-bar");
        fill.getStyleClass().add("fill");
        fill.setManaged(false);
        getChildren().add(fill);
        setMinWidth(48);
    }

    /** {@code used} from 0 to 1. */
    public void show(double used, String words) {
        share = Math.clamp(used, 0, 1);
        getStyleClass().removeAll("high", "full");
        if (share > 0.95) {
            getStyleClass().add("full");
        } else if (share > 0.8) {
            getStyleClass().add("high");
        }
        setAccessibleText(words);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, getWidth() * share, getHeight());
    }
}
