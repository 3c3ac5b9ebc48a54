package dev.rbee.app.models;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.models.GcReport;
import dev.rbee.contract.problem.Problem;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Says what is left over on the hives' disks, and frees it when that is wanted. */
final class CleanDialog {
    private static final Words WORDS = Words.of(CleanDialog.class);

    private final ModelParts parts;
    private final Runnable done;
    private final VBox content = new VBox(12);
    private final Dialog<ButtonType> dialog;
    private final Button button;

    /** {@code done} is called when something was freed. */
    CleanDialog(ModelParts parts, Runnable done) {
        this.parts = parts;
        this.done = done;
        content.setPrefWidth(520);
        dialog = parts.dialogs().of(WORDS.get("clean.clean.up.models"), content, WORDS.get("clean.close"));
        ButtonType go = new ButtonType(WORDS.get("clean.free.it"), ButtonBar.ButtonData.RIGHT);
        dialog.getDialogPane().getButtonTypes().add(go);
        button = (Button) dialog.getDialogPane().lookupButton(go);
        button.getStyleClass().add("main");
        button.setId("clean-go");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            ask(false);
        });
    }

    void show() {
        ask(true);
        dialog.show();
    }

    private void ask(boolean dryRun) {
        button.setDisable(true);
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        content.getChildren()
                .setAll(
                        Ui.label(
                                dryRun ? WORDS.get("clean.looking.at.the.hives") : WORDS.get("clean.freeing.it"),
                                "secondary"),
                        bar);
        parts.background().run(() -> parts.models().gc(dryRun), this::show, this::failed);
    }

    private void show(GcReport report) {
        boolean some = !report.items().isEmpty();
        Ui.shown(button, report.dryRun() && some);
        button.setDisable(false);
        if (!report.dryRun()) {
            content.getChildren().setAll(Ui.paragraph(WORDS.get("clean.freed", Units.bytes(report.freedBytes()))));
            done.run();
        } else if (some) {
            content.getChildren()
                    .setAll(
                            Ui.paragraph(WORDS.get("clean.can.be.freed.no", Units.bytes(report.freedBytes()))),
                            items(report));
        } else {
            content.getChildren().setAll(Ui.paragraph(WORDS.get("clean.nothing.is.left.over")));
        }
        fit();
    }

    private static Node items(GcReport report) {
        VBox list = new VBox(12);
        for (GcReport.Item item : report.items()) {
            list.getChildren()
                    .add(new VBox(
                            2,
                            Ui.paragraph(item.hive() + "  ·  " + Units.bytes(item.bytes()) + "  ·  " + item.why()),
                            Ui.paragraph(item.path(), "mono", "secondary")));
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(260);
        scroll.getStyleClass().add("plain");
        return scroll;
    }

    private void failed(Problem problem) {
        Ui.shown(button, false);
        content.getChildren()
                .setAll(new ProblemView(problem, Ui.button(WORDS.get("clean.look.again"), null, () -> ask(true))));
        fit();
    }

    private void fit() {
        Dialogs.fit(dialog.getDialogPane());
    }
}
