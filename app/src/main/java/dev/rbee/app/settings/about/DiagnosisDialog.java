package dev.rbee.app.settings.about;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.service.diagnose.Diagnosis;
import java.io.File;
import java.nio.charset.StandardCharsets;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Shows everything that is in the bundle before it is saved. */
final class DiagnosisDialog {
    private static final Words WORDS = Words.of(DiagnosisDialog.class);

    private final AboutParts parts;
    private final Diagnosis diagnosis;
    private final Dialog<ButtonType> dialog;

    DiagnosisDialog(AboutParts parts, Diagnosis diagnosis) {
        this.parts = parts;
        this.diagnosis = diagnosis;
        TextArea text = new TextArea();
        text.setId("diagnosis-text");
        text.setEditable(false);
        text.getStyleClass().add("file-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        ListView<String> names = new ListView<>();
        names.setId("diagnosis-files");
        names.getItems().setAll(diagnosis.files().keySet());
        names.setMinWidth(200);
        names.setPrefWidth(220);
        names.setCellFactory(list -> new Cell());
        names.getSelectionModel()
                .selectedItemProperty()
                .addListener((p, old, now) -> text.setText(diagnosis.files().getOrDefault(now, "")));
        names.getSelectionModel().selectFirst();
        HBox both = new HBox(12, names, text);
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox content = new VBox(12, Ui.paragraph(WORDS.get("diagnosis.look"), "secondary"), both);
        content.setPrefSize(760, 460);
        dialog = parts.dialogs().of(WORDS.get("diagnosis.title"), content, WORDS.get("close"));
        ButtonType save = new ButtonType(WORDS.get("diagnosis.save"), ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().add(save);
        Button button = (Button) dialog.getDialogPane().lookupButton(save);
        button.getStyleClass().add("main");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            save();
        });
    }

    void show() {
        dialog.show();
    }

    private void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(WORDS.get("diagnosis.save"));
        chooser.setInitialFileName(Diagnosis.fileName(parts.fleet().now().get()));
        File to = chooser.showSaveDialog(dialog.getDialogPane().getScene().getWindow());
        if (to != null) {
            parts.background()
                    .run(
                            () -> {
                                diagnosis.write(to.toPath());
                                return to.getPath();
                            },
                            path -> {
                                dialog.close();
                                parts.toasts().say(WORDS.get("diagnosis.saved", path));
                            },
                            parts.presenter()::toast);
        }
    }

    private final class Cell extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String name, boolean empty) {
            super.updateItem(name, empty);
            if (empty || name == null) {
                setText(null);
                return;
            }
            long bytes = diagnosis.files().getOrDefault(name, "").getBytes(StandardCharsets.UTF_8).length;
            setText(name + "  ·  " + Units.bytes(bytes));
        }
    }
}
