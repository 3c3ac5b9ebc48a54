package dev.rbee.app.hives;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.fx.Background;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.remote.NodesApi;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.nodes.RemovedNode;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** Says what is lost, takes a machine out of the fleet, and tells what is left of it there. */
final class RemoveDialog {
    private static final Words WORDS = Words.of(RemoveDialog.class);

    private final NodesApi nodes;
    private final Background background;
    private final Dialogs dialogs;

    RemoveDialog(NodesApi nodes, Background background, Dialogs dialogs) {
        this.nodes = nodes;
        this.background = background;
        this.dialogs = dialogs;
    }

    void show(HiveInfo hive, List<WorkerInfo> workers) {
        VBox content = new VBox(12);
        content.setPrefWidth(460);
        words(hive, workers).forEach(text -> content.getChildren().add(Ui.paragraph(text)));
        VBox outcome = new VBox(8);
        content.getChildren().add(outcome);
        Dialog<ButtonType> dialog = dialogs.of(WORDS.get("remove.question", hive.id()), content, WORDS.get("cancel"));
        ButtonType go = Dialogs.losing(dialog.getDialogPane(), WORDS.get("remove.yes"));
        Button button = (Button) dialog.getDialogPane().lookupButton(go);
        button.setId("remove-go");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            new Removal(dialog, button, outcome, hive.id()).begin(false);
        });
        dialog.show();
    }

    private static List<String> words(HiveInfo hive, List<WorkerInfo> workers) {
        Capabilities has = hive.capabilities();
        String models = has == null || has.models().isEmpty()
                ? ""
                : WORDS.get("with.on.its.disk", has.models().size());
        String first = WORDS.get("remove.words", hive.id(), models);
        return workers.isEmpty() ? List.of(first) : List.of(first, HiveActions.lost(workers));
    }

    /** One removal that was agreed to. */
    private final class Removal {
        private final Dialog<ButtonType> dialog;
        private final Button button;
        private final VBox outcome;
        private final String name;

        Removal(Dialog<ButtonType> dialog, Button button, VBox outcome, String name) {
            this.dialog = dialog;
            this.button = button;
            this.outcome = outcome;
            this.name = name;
        }

        void begin(boolean force) {
            button.setDisable(true);
            ProgressBar bar = new ProgressBar();
            bar.setMaxWidth(Double.MAX_VALUE);
            Label doing = Ui.label(
                    force ? WORDS.get("forgetting.it") : WORDS.get("stopping.the.hive.and.clearing"), "secondary");
            outcome.getChildren().setAll(doing, bar);
            fit();
            background.run(() -> nodes.remove(name, force), this::removed, problem -> {
                Button forget = Ui.button(WORDS.get("forget.it.all.the.same"), null, () -> begin(true));
                forget.setId("remove-forget");
                forget.setTooltip(Ui.tip(WORDS.get("what.rbee.put.onto.the"), null));
                button.setDisable(false);
                outcome.getChildren().setAll(new ProblemView(problem, forget));
                fit();
            });
        }

        private void removed(RemovedNode gone) {
            if (gone.left().isEmpty()) {
                dialog.close();
                return;
            }
            VBox left = new VBox(4, Ui.paragraph(WORDS.get("remove.left", name)));
            gone.left().forEach(path -> left.getChildren().add(Ui.paragraph(path, "mono")));
            outcome.getChildren().setAll(left);
            button.setVisible(false);
            dialog.getDialogPane().getButtonTypes().stream()
                    .filter(type -> type.getButtonData() == ButtonBar.ButtonData.CANCEL_CLOSE)
                    .map(dialog.getDialogPane()::lookupButton)
                    .map(Button.class::cast)
                    .forEach(close -> close.setText(WORDS.get("close")));
            fit();
        }

        private void fit() {
            dialog.getDialogPane().getScene().getWindow().sizeToScene();
        }
    }
}
