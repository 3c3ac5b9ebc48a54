package dev.rbee.app.models;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.models.ModelAbout;
import java.util.Objects;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows the chat template of a model, to read and to copy. */
final class TemplateDialog {
    private static final Words WORDS = Words.of(TemplateDialog.class);

    private TemplateDialog() {}

    static void show(Dialogs dialogs, ModelAbout about) {
        String source = Objects.requireNonNullElse(about.chatTemplate(), "");
        TextArea area = new TextArea(source);
        area.setEditable(false);
        area.setId("template-source");
        area.getStyleClass().add("mono");
        area.setAccessibleText(WORDS.get("template.title", about.id()));
        area.setPrefSize(680, 420);
        HBox head = new HBox(
                8,
                Ui.label(WORDS.get("template.words"), "secondary"),
                Ui.spacer(),
                Ui.copyButton(WORDS.get("template.copy"), () -> source));
        head.getStyleClass().add("chat-bar");
        VBox content = new VBox(12, head, area);
        VBox.setVgrow(area, Priority.ALWAYS);
        dialogs.of(WORDS.get("template.title", about.id()), content, WORDS.get("close"))
                .show();
    }
}
