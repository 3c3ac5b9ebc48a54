package dev.rbee.app.models;

import dev.rbee.app.catalog.Installed;
import dev.rbee.app.catalog.ModelWords;
import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.fx.Background;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.remote.ModelsApi;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.Problem;
import java.util.List;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks where a model is to go from, says what that frees, and deletes it. */
final class DeleteDialog {
    private static final Words WORDS = Words.of(DeleteDialog.class);

    private static final String EVERYWHERE = WORDS.get("delete.all.hives");

    private final ModelsApi models;
    private final Background background;
    private final Installed model;
    private final Runnable done;
    private final ComboBox<String> where = new ComboBox<>();
    private final Label words = Ui.paragraph("");
    private final VBox trouble = new VBox();
    private final Dialog<ButtonType> dialog;
    private final Button button;

    /** {@code done} is called when it is gone. */
    DeleteDialog(ModelsApi models, Background background, Dialogs dialogs, Installed model, Runnable done) {
        this.models = models;
        this.background = background;
        this.model = model;
        this.done = done;
        List<String> hives = model.copies().stream()
                .map(ModelEntry::hive)
                .filter(Objects::nonNull)
                .toList();
        where.getItems().add(EVERYWHERE);
        where.getItems().addAll(hives);
        where.setValue(EVERYWHERE);
        where.setId("delete-where");
        Label on = new Label("On");
        on.setLabelFor(where);
        HBox choice = new HBox(8, on, where);
        choice.getStyleClass().add("chat-bar");
        Ui.shown(choice, hives.size() > 1);
        VBox content = new VBox(12, choice, words, trouble);
        content.setPrefWidth(460);
        dialog = dialogs.of(WORDS.get("delete.delete", model.id()), content, WORDS.get("delete.cancel"));
        ButtonType go = Dialogs.losing(dialog.getDialogPane(), WORDS.get("delete.delete.2"));
        button = (Button) dialog.getDialogPane().lookupButton(go);
        button.setId("delete-go");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            delete();
        });
        where.valueProperty().addListener((p, old, now) -> say());
        say();
    }

    void show() {
        dialog.show();
    }

    private @Nullable String hive() {
        return EVERYWHERE.equals(where.getValue()) ? null : where.getValue();
    }

    private void say() {
        String only = hive();
        words.setText(ModelWords.deletion(model.copies().stream()
                .filter(copy -> only == null || only.equals(copy.hive()))
                .toList()));
    }

    private void delete() {
        String only = hive();
        button.setDisable(true);
        where.setDisable(true);
        background.run(
                () -> {
                    models.delete(model.id(), only);
                    return Boolean.TRUE;
                },
                gone -> {
                    dialog.close();
                    done.run();
                },
                this::failed);
    }

    private void failed(Problem problem) {
        button.setDisable(false);
        where.setDisable(false);
        trouble.getChildren().setAll(new ProblemView(problem, null));
        Dialogs.fit(dialog.getDialogPane());
    }
}
