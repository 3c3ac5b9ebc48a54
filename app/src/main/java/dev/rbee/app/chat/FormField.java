package dev.rbee.app.chat;

import dev.rbee.app.remote.Sampling;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What form an answer has to have: any, JSON, a JSON schema or a grammar. */
final class FormField extends VBox {
    private static final Words WORDS = Words.of(FormField.class);
    private static final List<String> KINDS = List.of("any", "json", "schema", "grammar");

    private final ComboBox<String> kind = new ComboBox<>();
    private final TextArea text = new TextArea();
    private final Label wrong = Ui.paragraph("", "wrong");
    private boolean filling;

    FormField(Runnable changed) {
        super(4);
        kind.setId("param-form");
        kind.getItems().setAll(KINDS);
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.setAccessibleText(WORDS.get("param.form"));
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(String value) {
                return value == null ? "" : WORDS.get("param.form." + value);
            }

            @Override
            public String fromString(String words) {
                return words;
            }
        });
        text.setId("param-form-text");
        text.setPrefRowCount(5);
        text.getStyleClass().add("code-area");
        text.setAccessibleText(WORDS.get("param.form.text"));
        kind.valueProperty().addListener((p, old, now) -> update(changed));
        text.textProperty().addListener((p, old, now) -> update(changed));
        getChildren().addAll(Ui.label(WORDS.get("param.form")), kind, text, wrong);
        show(null);
    }

    void show(Sampling.@Nullable Form form) {
        filling = true;
        kind.setValue(form == null ? "any" : form.kind());
        text.setText(form == null ? "" : form.text());
        filling = false;
        update(() -> {});
    }

    /** Null where any form will do, or where what is written is not understood. */
    Sampling.@Nullable Form value() {
        return switch (kind.getValue()) {
            case "json" -> new Sampling.Form("json", "");
            case "schema", "grammar" ->
                text.getText().isBlank() || !wrong.getText().isEmpty()
                        ? null
                        : new Sampling.Form(kind.getValue(), text.getText());
            default -> null;
        };
    }

    private void update(Runnable changed) {
        if (filling) {
            return;
        }
        boolean wordy = kind.getValue().equals("schema") || kind.getValue().equals("grammar");
        Ui.shown(text, wordy);
        text.setPromptText(wordy ? WORDS.get("param.form." + kind.getValue() + ".prompt") : "");
        wrong.setText(
                kind.getValue().equals("schema") && !text.getText().isBlank() && !json(text.getText())
                        ? WORDS.get("param.form.wrong")
                        : "");
        Ui.shown(wrong, !wrong.getText().isEmpty());
        changed.run();
    }

    private static boolean json(String text) {
        try {
            return Json.tree(text.getBytes(StandardCharsets.UTF_8)).isObject();
        } catch (ProblemException | IllegalArgumentException e) {
            return false;
        }
    }
}
