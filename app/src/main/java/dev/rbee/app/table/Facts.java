package dev.rbee.app.table;

import dev.rbee.app.theme.Ui;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Names and values, one below the other. */
public final class Facts extends GridPane {
    private int row;

    /** Empty. */
    public Facts() {
        getStyleClass().add("facts");
        ColumnConstraints keys = new ColumnConstraints();
        keys.setMinWidth(88);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(keys, values);
    }

    /** Starts again. */
    public Facts clear() {
        getChildren().clear();
        row = 0;
        return this;
    }

    /** Adds a line of text. */
    public Facts add(String key, String value) {
        return add(key, Ui.paragraph(value));
    }

    /** Adds a line of text in the typewriter face: ids, addresses. */
    public Facts addCode(String key, String value) {
        return add(key, Ui.paragraph(value, "mono"));
    }

    /** Adds a line. */
    public Facts add(String key, Node value) {
        Label label = Ui.label(key, "key");
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(label, javafx.geometry.VPos.TOP);
        addRow(row++, label, value);
        return this;
    }
}
