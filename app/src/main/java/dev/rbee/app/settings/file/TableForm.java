package dev.rbee.app.settings.file;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.service.settings.SettingForm;
import dev.rbee.service.settings.SettingInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The keys of one table of a list; what is left empty is left out. */
final class TableForm extends GridPane {
    private static final Words WORDS = Words.of(TableForm.class);

    private final List<SettingInfo> fields;
    private final Map<String, Supplier<String>> texts = new LinkedHashMap<>();
    private final Runnable changed;
    private int row;

    /** {@code changed} is called when something was typed. */
    TableForm(List<SettingInfo> fields, Map<String, String> values, Paths paths, Runnable changed) {
        this.fields = fields;
        this.changed = changed;
        getStyleClass().add("dialog-form");
        for (SettingInfo field : fields) {
            add(field, values.getOrDefault(field.name(), ""), paths);
        }
    }

    private void add(SettingInfo field, String value, Paths paths) {
        Label wrong = Ui.paragraph("", "wrong");
        Ui.shown(wrong, false);
        Node control = field.choices().isEmpty() && field.form() != SettingForm.FLAG
                ? line(field, value, wrong, paths)
                : choice(field, value);
        Label name = Ui.label(Titles.of(field), "top-name");
        name.setLabelFor(control);
        name.setMinWidth(USE_PREF_SIZE);
        VBox box = new VBox(2, control, Ui.paragraph(Titles.does(field), "secondary"), wrong);
        GridPane.setHgrow(box, Priority.ALWAYS);
        addRow(row++, name, box);
    }

    private Node line(SettingInfo field, String value, Label wrong, Paths paths) {
        TextField text = new TextField(value);
        text.setId("field-" + field.name());
        text.setAccessibleText(Titles.of(field));
        texts.put(field.name(), () -> text.getText().strip());
        text.textProperty().addListener((p, old, now) -> {
            String why = wrong(field, now.strip());
            wrong.setText(why);
            Ui.shown(wrong, !why.isEmpty());
            changed.run();
        });
        if (!paths.fits(field)) {
            return text;
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(
                8,
                text,
                Ui.button(WORDS.get("choose"), null, () -> paths.choose(field).ifPresent(text::setText)));
    }

    private Node choice(SettingInfo field, String value) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("field-" + field.name());
        box.getItems().add("");
        box.getItems().addAll(field.form() == SettingForm.FLAG ? List.of("true", "false") : field.choices());
        box.setValue(value);
        box.setAccessibleText(Titles.of(field));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String each) {
                return each == null || each.isEmpty() ? WORDS.get("value.left") : Titles.value(field, each);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        texts.put(field.name(), () -> box.getValue() == null ? "" : box.getValue());
        box.valueProperty().addListener((p, old, now) -> changed.run());
        return box;
    }

    private static String wrong(SettingInfo field, String text) {
        if (text.isEmpty()) {
            return "";
        }
        try {
            Object _ = field.parse(text);
            return "";
        } catch (IllegalArgumentException e) {
            return WORDS.get("wrong", String.valueOf(e.getMessage()));
        }
    }

    /** Whether all of it can be read. */
    boolean right() {
        return fields.stream().allMatch(field -> wrong(field, text(field)).isEmpty());
    }

    /** What was filled in, in the order of the form. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (SettingInfo field : fields) {
            String text = text(field);
            if (!text.isEmpty()) {
                values.put(field.name(), field.parse(text));
            }
        }
        return values;
    }

    private String text(SettingInfo field) {
        Supplier<String> text = texts.get(field.name());
        return text == null ? "" : text.get();
    }
}
