package dev.rbee.app.models;

import dev.rbee.app.catalog.ModelWords;
import dev.rbee.app.theme.Marks;
import dev.rbee.app.theme.Ui;
import dev.rbee.contract.models.ModelEntry;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** On which hives a model is: a hexagon each in the colour of its state there; the name where it is one only. */
final class HiveDots extends HBox {
    private static final int MOST = 5;

    HiveDots(List<ModelEntry> copies) {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        copies.stream()
                .limit(MOST)
                .forEach(copy -> getChildren()
                        .add(Marks.hexagon(ModelWords.badge(copy.state()).tone())));
        if (copies.size() == 1) {
            getChildren().add(Ui.label(hive(copies.getFirst())));
        } else if (copies.size() > MOST) {
            getChildren().add(Ui.label("+" + (copies.size() - MOST), "secondary"));
        }
        String words = copies.stream()
                .map(copy -> hive(copy) + ": " + ModelWords.badge(copy.state()).word())
                .collect(Collectors.joining("\n"));
        setAccessibleText(words);
        Tooltip.install(this, new Tooltip(words));
        for (var child : getChildren()) {
            if (child instanceof Label label) {
                label.setMinWidth(0);
            }
        }
    }

    private static String hive(ModelEntry copy) {
        return Objects.requireNonNullElse(copy.hive(), "unknown");
    }
}
