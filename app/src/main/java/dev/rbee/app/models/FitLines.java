package dev.rbee.app.models;

import dev.rbee.app.catalog.ModelWords;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.models.FitAnswer;
import dev.rbee.contract.models.HiveFit;
import dev.rbee.contract.problem.Problem;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How a model would run, a few lines for each hive. JavaFX thread only. */
final class FitLines extends VBox {
    private static final Words WORDS = Words.of(FitLines.class);

    FitLines() {
        super(12);
        setId("fit-lines");
    }

    /** It is being worked out. */
    void asking() {
        say(WORDS.get("fit.working.it.out"));
    }

    /** Only that can be said. */
    void say(String words) {
        getChildren().setAll(Ui.paragraph(words, "secondary"));
    }

    /** It cannot be said. */
    void failed(Problem problem) {
        getChildren().setAll(Ui.paragraph(problem.message(), "secondary"));
        if (problem.hint() != null) {
            getChildren().add(Ui.paragraph(problem.hint(), "secondary"));
        }
    }

    /** This is how. */
    void show(FitAnswer answer) {
        getChildren().setAll(answer.hives().stream().map(FitLines::line).toList());
        if (answer.hives().isEmpty()) {
            getChildren().add(Ui.label(WORDS.get("fit.no.hive.is.online"), "secondary"));
        }
    }

    private static VBox line(HiveFit fit) {
        Label name = Ui.label(fit.hive());
        name.setTooltip(new Tooltip(fit.hive()));
        HBox head = new HBox(8, name, Ui.spacer(), new Pill(ModelWords.verdict(fit)));
        head.getStyleClass().add("chat-bar");
        VBox line = new VBox(4, head, Ui.paragraph(fit.words(), "secondary"));
        String figures = ModelWords.figures(fit);
        if (!figures.isEmpty()) {
            Label label = Ui.paragraph(figures, "figure", "secondary");
            label.setTooltip(new Tooltip(
                    fit.learnt()
                            ? WORDS.get("fit.measured.in.earlier.runs")
                            : WORDS.get("fit.computed.from.the.models")));
            line.getChildren().add(label);
        }
        return line;
    }
}
