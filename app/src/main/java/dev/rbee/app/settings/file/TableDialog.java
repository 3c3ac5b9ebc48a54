package dev.rbee.app.settings.file;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.service.settings.SettingInfo;
import dev.rbee.service.settings.SettingsEdit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Fills in one table of a list and writes it. */
final class TableDialog {
    private static final Words WORDS = Words.of(TableDialog.class);

    private final FileParts parts;
    private final TableForm form;
    private final VBox content = new VBox(12);
    private final ScrollPane scroll;
    private final Dialog<ButtonType> dialog;
    private final Button save;
    private final Function<Map<String, Object>, SettingsEdit> edit;

    /** {@code edit} makes the change out of what was filled in. */
    TableDialog(
            FileParts parts,
            String title,
            List<SettingInfo> fields,
            Map<String, String> values,
            Function<Map<String, Object>, SettingsEdit> edit) {
        this.parts = parts;
        this.edit = edit;
        form = new TableForm(fields, values, parts.paths(), this::changed);
        scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        content.getChildren().add(scroll);
        content.setPrefSize(560, 440);
        dialog = parts.dialogs().of(title, content, WORDS.get("cancel"));
        ButtonType go = new ButtonType(WORDS.get("save"), ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().add(go);
        save = (Button) dialog.getDialogPane().lookupButton(go);
        save.getStyleClass().add("main");
        save.setId("table-save");
        save.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            save();
        });
        changed();
    }

    void show() {
        dialog.show();
    }

    private void changed() {
        if (form != null && save != null) {
            save.setDisable(!form.right());
        }
    }

    private void save() {
        save.setDisable(true);
        parts.book().apply(edit.apply(form.values()), dialog::close, this::failed);
    }

    private void failed(Problem problem) {
        save.setDisable(false);
        content.getChildren().setAll(new ProblemView(problem, null), scroll);
        Dialogs.fit(dialog.getDialogPane());
        Ui.shown(scroll, true);
    }
}
