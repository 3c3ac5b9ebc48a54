package dev.rbee.app.chat;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Words and what can be done beside them; in a narrow place what can be done stands under the words, which wrap. */
class FootLayout extends Region {
    private final Label words;
    private final HBox deeds = new HBox();

    FootLayout(Label words) {
        this.words = words;
        words.setWrapText(true);
        deeds.getStyleClass().add("turn-deeds");
        getChildren().addAll(words, deeds);
    }

    /** What can be done. */
    final void deeds(Node... now) {
        deeds.getChildren().setAll(now);
    }

    @Override
    public final Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double across() {
        return snappedLeftInset() + snappedRightInset();
    }

    private double upright() {
        return snappedTopInset() + snappedBottomInset();
    }

    private double wordsWidth() {
        return words.getText().isEmpty() ? 0 : snapSizeX(words.prefWidth(-1));
    }

    private double deedsWidth() {
        return snapSizeX(deeds.prefWidth(-1));
    }

    private boolean oneLine(double room) {
        return wordsWidth() + deedsWidth() <= room;
    }

    private double wordsHeight(double room) {
        return words.getText().isEmpty() ? 0 : snapSizeY(words.prefHeight(Math.min(room, wordsWidth())));
    }

    private double deedsHeight() {
        return snapSizeY(deeds.prefHeight(-1));
    }

    @Override
    protected final double computeMinWidth(double height) {
        return across() + deedsWidth();
    }

    @Override
    protected final double computePrefWidth(double height) {
        return across() + wordsWidth() + deedsWidth();
    }

    @Override
    protected final double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected final double computePrefHeight(double width) {
        double room = width < 0 ? Double.MAX_VALUE : width - across();
        double tall = wordsHeight(room);
        return upright() + (oneLine(room) ? Math.max(tall, deedsHeight()) : tall + deedsHeight());
    }

    @Override
    protected final double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected final void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double room = getWidth() - across();
        double wide = Math.min(room, wordsWidth());
        double tall = wordsHeight(room);
        if (oneLine(room)) {
            double height = Math.max(tall, deedsHeight());
            words.resizeRelocate(left, top, wide, height);
            deeds.resizeRelocate(left + wide, top, room - wide, height);
        } else {
            words.resizeRelocate(left, top, wide, tall);
            deeds.resizeRelocate(left, top + tall, room, deedsHeight());
        }
    }
}
