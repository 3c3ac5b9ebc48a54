package dev.rbee.app.home;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/** One figure over the last minutes as a line, its newest value at the right edge; the value under the pointer in words. JavaFX thread only. */
final class TimeChart extends Region {
    private static final Words WORDS = Words.of(TimeChart.class);
    private static final double FOOT = 20;
    private static final double HEAD = 8;

    /** A value at a time. */
    record Point(Instant at, double value) {}

    private final DoubleFunction<String> words;
    private final Path area = new Path();
    private final Path line = new Path();
    private final Line[] rules = {new Line(), new Line(), new Line()};
    private final Label[] values = {axis(), axis(), axis()};
    private final Label[] times = {axis(), axis(), axis(), axis()};
    private final Line hair = new Line();
    private final Circle dot = new Circle(3.5);
    private final Label told = Ui.label("", "chart-told");
    private List<Point> points = List.of();
    private Instant now = Instant.EPOCH;
    private double top = 1;
    private double pointer = -1;

    /** {@code words} says a value with its unit; {@code style} gives the line its colour. */
    TimeChart(String style, DoubleFunction<String> words) {
        this.words = words;
        getStyleClass().addAll("time-chart", style);
        area.getStyleClass().add("chart-area");
        line.getStyleClass().add("chart-line");
        hair.getStyleClass().add("chart-hair");
        dot.getStyleClass().add("chart-dot");
        for (Line rule : rules) {
            rule.getStyleClass().add("chart-rule");
        }
        getChildren().addAll(rules);
        getChildren().addAll(area, line, hair, dot);
        getChildren().addAll(values);
        getChildren().addAll(times);
        getChildren().add(told);
        for (int i = 0; i < times.length; i++) {
            int minutes = (int) SpeedHistory.SPAN.toMinutes() * (times.length - 1 - i) / (times.length - 1);
            times[i].setText(minutes == 0 ? WORDS.get("chart.now") : WORDS.get("chart.ago", minutes));
        }
        getChildren().forEach(child -> {
            child.setManaged(false);
            child.setMouseTransparent(true);
        });
        setMinHeight(120);
        setPrefHeight(140);
        setMinWidth(0);
        setOnMouseMoved(event -> point(event.getX()));
        setOnMouseExited(event -> point(-1));
    }

    private static Label axis() {
        return Ui.label("", "chart-axis");
    }

    /** Shows these values, oldest first. */
    void show(List<Point> newer, Instant at) {
        points = List.copyOf(newer);
        now = at;
        top = Scale.top(points.stream().mapToDouble(Point::value).max().orElse(0));
        values[0].setText("0");
        values[1].setText(Scale.words(top / 2));
        values[2].setText(Scale.words(top));
        requestLayout();
    }

    private void point(double x) {
        pointer = x;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight() - FOOT - HEAD;
        for (int i = 0; i < rules.length; i++) {
            double y = Math.rint(HEAD + height - height * i / (rules.length - 1)) + 0.5;
            rules[i].setStartX(0);
            rules[i].setEndX(width);
            rules[i].setStartY(y);
            rules[i].setEndY(y);
            values[i].autosize();
            values[i].relocate(0, y - (i == 0 ? values[i].getHeight() : 0));
        }
        for (int i = 0; i < times.length; i++) {
            times[i].autosize();
            double x = (width - times[i].getWidth()) * i / (times.length - 1);
            times[i].relocate(Math.rint(x), getHeight() - FOOT + 4);
        }
        draw(width, height);
        hover(width, height);
    }

    private void draw(double width, double height) {
        line.getElements().clear();
        area.getElements().clear();
        double bottom = HEAD + height;
        @Nullable Point before = null;
        double firstX = 0;
        double lastX = 0;
        for (Point point : points) {
            double x = x(point, width);
            double y = y(point, height);
            boolean joined =
                    before != null && Duration.between(before.at(), point.at()).compareTo(SpeedHistory.GAP) <= 0;
            if (joined) {
                line.getElements().add(new LineTo(x, y));
                area.getElements().add(new LineTo(x, y));
            } else {
                close(firstX, lastX, bottom);
                line.getElements().add(new MoveTo(x, y));
                area.getElements().addAll(new MoveTo(x, bottom), new LineTo(x, y));
                firstX = x;
            }
            lastX = x;
            before = point;
        }
        close(firstX, lastX, bottom);
    }

    private void close(double firstX, double lastX, double bottom) {
        if (!area.getElements().isEmpty()) {
            area.getElements().addAll(new LineTo(lastX, bottom), new LineTo(firstX, bottom), new ClosePath());
        }
    }

    private void hover(double width, double height) {
        Point near = pointer < 0 ? null : nearest(width);
        boolean shown = near != null;
        hair.setVisible(shown);
        dot.setVisible(shown);
        told.setVisible(shown);
        if (near == null) {
            return;
        }
        double x = x(near, width);
        hair.setStartX(x);
        hair.setEndX(x);
        hair.setStartY(HEAD);
        hair.setEndY(HEAD + height);
        dot.setCenterX(x);
        dot.setCenterY(y(near, height));
        told.setText(words.apply(near.value()) + "  ·  "
                + Ages.words(Duration.between(near.at(), now).toSeconds()));
        told.autosize();
        told.relocate(Math.clamp(x + 8, 0, Math.max(0, width - told.getWidth())), 0);
    }

    private @Nullable Point nearest(double width) {
        @Nullable Point best = null;
        double distance = 24;
        for (Point point : points) {
            double away = Math.abs(x(point, width) - pointer);
            if (away < distance) {
                distance = away;
                best = point;
            }
        }
        return best;
    }

    private double x(Point point, double width) {
        double ago = Duration.between(point.at(), now).toMillis() / 1000.0;
        return Math.max(0, width - ago / SpeedHistory.SPAN.toSeconds() * width);
    }

    private double y(Point point, double height) {
        return HEAD + height - point.value() / top * height;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }
}
