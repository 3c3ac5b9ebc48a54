package dev.rbee.app.models;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Names of sections side by side, one of them open; with how much is in each. */
final class Segments extends HBox {
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final String[] names;

    Segments(IntConsumer open, String... names) {
        this.names = names.clone();
        getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < names.length; i++) {
            int index = i;
            ToggleButton button = new ToggleButton(names[i]);
            button.setId("section-" + names[i].toLowerCase(java.util.Locale.ROOT));
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(e -> open.accept(index));
            buttons.add(button);
            getChildren().add(button);
        }
    }

    void select(int index) {
        buttons.get(index).setSelected(true);
    }

    void count(int index, long count) {
        buttons.get(index).setText(count == 0 ? names[index] : names[index] + "  " + count);
    }
}
