package dev.rbee.app.connect;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Names and fields of a form. */
final class Field {
    private static final double NAMES = 96;

    private Field() {}

    /** Names on the left, fields that take the room. */
    static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("dialog-form");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(NAMES);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, fields);
        return grid;
    }

    static Label name(String words, Node field) {
        Label label = new Label(words);
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    static <T extends TextInputControl> T of(T field, String id, String words, String prompt) {
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(words);
        return field;
    }

    /** What is written; null where nothing is. */
    static @Nullable String given(TextInputControl field) {
        String text = field.getText() == null ? "" : field.getText().strip();
        return text.isEmpty() ? null : text;
    }
}
