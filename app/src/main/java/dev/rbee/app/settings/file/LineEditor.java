package dev.rbee.app.settings.file;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.service.settings.SettingForm;
import dev.rbee.service.settings.SettingInfo;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A number or a line of text; Enter or leaving it means it, Esc takes back what was typed. */
final class LineEditor implements Editor {
    private static final Words WORDS = Words.of(LineEditor.class);

    private final SettingInfo info;
    private final TextField field = new TextField();
    private final HBox row;
    private String shown = "";

    LineEditor(SettingInfo info, Paths paths, Consumer<String> typed, Consumer<String> meant) {
        this.info = info;
        field.setId("set-" + Titles.id(info));
        field.setAccessibleText(Titles.of(info));
        field.setAccessibleHelp(Titles.does(info));
        row = new HBox(8, field);
        row.setAlignment(Pos.CENTER_RIGHT);
        if (info.form() == SettingForm.NUMBER) {
            field.setPrefColumnCount(7);
            field.setAlignment(Pos.CENTER_RIGHT);
            String unit = Titles.unit(info);
            if (!unit.isEmpty()) {
                row.getChildren().add(Ui.label(unit, "secondary", "unit"));
            }
        } else if (wide()) {
            field.setPromptText(WORDS.get("value.unset"));
            field.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(field, Priority.ALWAYS);
            row.setMaxWidth(Double.MAX_VALUE);
        } else {
            field.setPrefColumnCount(12);
        }
        if (paths.fits(info)) {
            row.getChildren()
                    .add(Ui.button(
                            WORDS.get("choose"),
                            null,
                            () -> paths.choose(info).ifPresent(path -> {
                                field.setText(path);
                                meant.accept(path);
                            })));
        }
        field.textProperty().addListener((p, old, now) -> typed.accept(now));
        field.setOnAction(e -> mean(meant));
        field.focusedProperty().addListener((p, old, now) -> {
            if (!now) {
                mean(meant);
            }
        });
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE && !field.getText().equals(shown)) {
                field.setText(shown);
                field.selectAll();
                e.consume();
            }
        });
    }

    private void mean(Consumer<String> meant) {
        if (!field.getText().strip().equals(shown)) {
            meant.accept(field.getText().strip());
        }
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public void show(String value) {
        boolean unsaid = !field.getText().strip().equals(shown);
        shown = value;
        if (!unsaid) {
            field.setText(value);
        }
    }

    @Override
    public void revert() {
        field.setText(shown);
    }

    @Override
    public boolean wide() {
        return info.form() == SettingForm.TEXT && info.fallback().isEmpty();
    }
}
