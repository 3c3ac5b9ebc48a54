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
    private final List<Name> names;

    /**
     * A section.
     *
     * @param key names it for the program, whatever the language
     * @param words name it for people
     */
    record Name(String key, String words) {}

    Segments(IntConsumer open, Name... names) {
        this.names = List.of(names);
        getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < names.length; i++) {
            int index = i;
            ToggleButton button = new ToggleButton(names[i].words());
            button.setId("section-" + names[i].key());
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
        String words = names.get(index).words();
        buttons.get(index).setText(count == 0 ? words : words + "  " + count);
    }
}
