package dev.rbee.app.problem;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A problem where it happened: what, what to do, one action, details on request, all of it to copy. */
public final class ProblemView extends VBox {
    private static final Words WORDS = Words.of(ProblemView.class);

    /** {@code action} is the one remedy offered as a button, if there is one. */
    public ProblemView(Problem problem, @Nullable Button action) {
        this(action == null ? List.of() : List.of(action), problem);
    }

    /** The same with several buttons, the best first. */
    ProblemView(List<Button> actions, Problem problem) {
        getStyleClass().add("problem");
        var words = new VBox(2, Ui.paragraph(problem.message(), "headline"));
        String hint = problem.hint();
        if (hint != null) {
            words.getChildren().add(Ui.paragraph(hint));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().add(new HBox(8, new FontIcon(Feather.ALERT_CIRCLE), words));
        HBox foot = new HBox(4);
        foot.getChildren().addAll(actions);
        String details = problem.details();
        if (details != null) {
            TextArea area = new TextArea(details);
            area.setAccessibleText(WORDS.get("details"));
            area.setEditable(false);
            area.setPrefRowCount(8);
            Ui.shown(area, false);
            Button more = Ui.button(WORDS.get("details"), Feather.CHEVRON_DOWN, () -> unfold(area));
            more.getStyleClass().add("quiet");
            foot.getChildren().add(more);
            getChildren().add(area);
        }
        Button copy = Ui.copyButton(WORDS.get("copy.this.problem"), () -> text(problem));
        copy.setId("problem-copy");
        foot.getChildren().add(copy);
        getChildren().add(1, foot);
        setAccessibleText(problem.message());
    }

    private void unfold(TextArea area) {
        Ui.shown(area, !area.isVisible());
        if (getScene() != null && getScene().getRoot() instanceof DialogPane dialog) {
            Dialogs.fit(dialog);
        }
    }

    /** The problem as text for a bug report or a colleague. */
    static String text(Problem problem) {
        StringBuilder text = new StringBuilder(problem.code().wire() + ": " + problem.message());
        if (problem.hint() != null) {
            text.append('\n').append(problem.hint());
        }
        if (problem.details() != null) {
            text.append("\n\n").append(problem.details());
        }
        return text.toString();
    }
}
