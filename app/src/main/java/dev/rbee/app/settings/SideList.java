package dev.rbee.app.settings;

import dev.rbee.app.theme.Ui;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of sections on the left; up and down go through it. */
final class SideList extends ScrollPane {
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    private final Consumer<String> open;

    SideList(List<SectionGroup> groups, Consumer<String> open) {
        this.open = open;
        ToggleGroup group = new ToggleGroup();
        VBox list = new VBox(2);
        for (SectionGroup each : groups) {
            list.getChildren().add(Ui.label(each.name(), "side-head"));
            for (Section section : each.sections()) {
                ToggleButton button = Ui.whole(new ToggleButton(section.name(), new FontIcon(section.icon())));
                button.setId("section-" + section.key());
                button.setToggleGroup(group);
                button.setMaxWidth(Double.MAX_VALUE);
                button.setAlignment(Pos.CENTER_LEFT);
                button.setAccessibleText(section.name());
                button.setOnAction(e -> {
                    button.setSelected(true); // the one that is open stays so
                    open.accept(section.key());
                });
                buttons.put(section.key(), button);
                list.getChildren().add(button);
            }
        }
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setContent(list);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("plain", "side-list");
        setMinWidth(172);
        setPrefWidth(200);
        setMaxWidth(200);
    }

    void select(String key) {
        ToggleButton button = buttons.get(key);
        if (button != null) {
            button.setSelected(true);
        }
    }

    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
        if (step == 0) {
            return;
        }
        List<String> keys = List.copyOf(buttons.keySet());
        for (int i = 0; i < keys.size(); i++) {
            ToggleButton button = buttons.get(keys.get(i));
            int next = i + step;
            if (button != null && button.isFocused() && next >= 0 && next < keys.size()) {
                String key = keys.get(next);
                open.accept(key);
                ToggleButton to = buttons.get(key);
                if (to != null) {
                    to.requestFocus();
                }
                event.consume();
                return;
            }
        }
    }
}
