package dev.rbee.app.enroll;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where in the wizard one is: the steps in a line, those behind one with a tick. */
final class StepMarks extends HBox {
    private static final Words WORDS = Words.of(StepMarks.class);

    /** At that step. */
    StepMarks(Course.Stop now) {
        super(8);
        getStyleClass().add("step-marks");
        int number = 0;
        for (Course.Stop stop : Course.Stop.values()) {
            int order = stop.compareTo(now);
            if (number > 0) {
                Region line = new Region();
                line.getStyleClass().add("step-line");
                HBox.setHgrow(line, Priority.ALWAYS);
                getChildren().add(line);
            }
            number++;
            getChildren().add(mark(stop, number, order));
        }
        setAccessibleText(WORDS.get("step", now.words()));
    }

    private static HBox mark(Course.Stop stop, int number, int order) {
        StackPane dot = new StackPane(order < 0 ? new FontIcon(Feather.CHECK) : new Label(Integer.toString(number)));
        dot.getStyleClass().add("step-dot");
        Label words = Ui.label(stop.words());
        words.setMinWidth(Region.USE_PREF_SIZE);
        HBox mark = new HBox(6, dot, words);
        mark.getStyleClass().addAll("step-mark", order < 0 ? "done" : order == 0 ? "now" : "open");
        return mark;
    }
}
