package dev.rbee.app.enroll;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One step of the wizard: a headline, what is asked or told, and what its buttons do. JavaFX thread only. */
abstract class Step extends VBox {
    private static final Words WORDS = Words.of(Step.class);

    /** Words of the button that goes on. */
    final StringProperty onward = new SimpleStringProperty(WORDS.get("continue"));
    /** Whether there is one. */
    final BooleanProperty leads = new SimpleBooleanProperty(true);
    /** Whether it can be pressed. */
    final BooleanProperty open = new SimpleBooleanProperty(true);
    /** Whether there is a way back. */
    final BooleanProperty returns = new SimpleBooleanProperty(true);
    /** Whether there is anything to cancel. */
    final BooleanProperty cancels = new SimpleBooleanProperty(true);

    final Course course;
    private final VBox body = new VBox();
    private final VBox foot = new VBox();

    Step(Course course, String headline, String words) {
        this.course = course;
        getStyleClass().add("step");
        body.getStyleClass().add("step-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox head = new VBox(4, Ui.label(headline, "headline"), Ui.paragraph(words, "secondary"));
        head.getStyleClass().add("step-head");
        foot.getStyleClass().add("step-foot");
        Ui.shown(foot, false);
        getChildren().addAll(head, scroll, foot);
    }

    /** The parts, from top to bottom; they scroll where there is no room. */
    final void fill(Node... parts) {
        body.getChildren().setAll(parts);
    }

    /** What stays in sight below them: problems, waiting. */
    final void foot(Node... parts) {
        foot.getChildren().setAll(parts);
        Ui.shown(foot, parts.length > 0);
    }

    /** It is shown, for the first time or again. */
    void entered() {}

    /** The button that goes on. */
    abstract void forward();

    /** The button that goes back. */
    void backward() {
        course.back();
    }

    /** The button that cancels, or the window was closed. */
    void cancel() {
        course.close();
    }
}
