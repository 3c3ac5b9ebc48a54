package dev.rbee.app.workers;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Small parts of forms. */
final class FormParts {
    private FormParts() {}

    /** Shows values in words; they are chosen, never typed. */
    static <T> StringConverter<T> shown(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        };
    }

    /** A field's name. */
    static Label named(String name, Node field) {
        Label label = new Label(name);
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.setLabelFor(field);
        return label;
    }

    /** The column of names. */
    static ColumnConstraints keys() {
        ColumnConstraints keys = new ColumnConstraints();
        keys.setMinWidth(112);
        return keys;
    }

    /** The column of fields. */
    static ColumnConstraints values() {
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        return values;
    }
}
