package dev.rbee.app.home;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Cards of equal width side by side, as many in a row as have room. JavaFX thread only. */
class CardRow extends GridPane {
    private final double least;
    private int columns;

    /** {@code least} is the least width of a card, px. */
    CardRow(double least, Node... cards) {
        this.least = least;
        setHgap(16);
        setVgap(16);
        getChildren().addAll(cards);
        widthProperty().addListener((p, old, now) -> arrange());
        arrange();
    }

    void show(Collection<? extends Node> cards) {
        getChildren().setAll(cards);
        columns = 0;
        arrange();
    }

    /** Again, after cards were shown or hidden. */
    void again() {
        columns = 0;
        arrange();
    }

    /** What height it needs follows from its width, so a parent asks with the width that it will give. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double[] heights = rowHeights(width < 0 ? getWidth() : width);
        return snappedTopInset()
                + Arrays.stream(heights).sum()
                + getVgap() * Math.max(0, heights.length - 1)
                + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private double[] rowHeights(double width) {
        List<Node> cards = getChildren().stream().filter(Node::isManaged).toList();
        int fit = fit(width, cards.size());
        double card = (width - getHgap() * (fit - 1)) / fit;
        double[] heights = new double[Math.ceilDiv(cards.size(), fit)];
        for (int i = 0; i < cards.size(); i++) {
            heights[i / fit] = Math.max(heights[i / fit], snapSizeY(cards.get(i).prefHeight(card)));
        }
        return heights;
    }

    /** How many stand in a row of that width. Rows are as even as can be: four are 2 and 2, not 3 and 1. */
    private int fit(double width, int cards) {
        double count = Math.max(1, cards);
        double most = Math.clamp(Math.floor((width + getHgap()) / (least + getHgap())), 1, count);
        return (int) Math.ceil(count / Math.ceil(count / most));
    }

    private void arrange() {
        int fit = fit(
                getWidth(), (int) getChildren().stream().filter(Node::isManaged).count());
        if (fit == columns) {
            return;
        }
        columns = fit;
        getColumnConstraints().clear();
        for (int i = 0; i < fit; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / fit);
            column.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(column);
        }
        int at = 0;
        for (Node card : getChildren()) {
            if (card.isManaged()) {
                setConstraints(card, at % fit, at / fit);
                at++;
            }
        }
    }
}
