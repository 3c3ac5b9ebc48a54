package dev.rbee.app.models;

import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** List or matrix; remembered. JavaFX thread only. */
final class ViewSwitch extends HBox {
    private static final Words WORDS = Words.of(ViewSwitch.class);
    private static final String KEY = "models.matrix";

    private final AppState state;
    private final Consumer<Boolean> changed;
    private final ToggleButton list = button("list", Feather.LIST);
    private final ToggleButton matrix = button("matrix", Feather.GRID);

    /** {@code changed} is told whether it is the matrix. */
    ViewSwitch(AppState state, Consumer<Boolean> changed) {
        this.state = state;
        this.changed = changed;
        getStyleClass().add("segments");
        setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        list.setToggleGroup(group);
        matrix.setToggleGroup(group);
        list.setOnAction(e -> choose(false));
        matrix.setOnAction(e -> choose(true));
        getChildren().setAll(list, matrix);
        mark(state.flag(KEY, false));
    }

    /** Whether the matrix is chosen. */
    boolean matrix() {
        return matrix.isSelected();
    }

    /** Goes to the list. */
    void list() {
        if (matrix()) {
            choose(false);
        }
    }

    private void choose(boolean byHive) {
        mark(byHive);
        state.put(KEY, byHive);
        changed.accept(byHive);
    }

    private void mark(boolean byHive) {
        matrix.setSelected(byHive);
        list.setSelected(!byHive);
    }

    private static ToggleButton button(String key, Feather icon) {
        ToggleButton button = new ToggleButton(WORDS.get("view." + key), new FontIcon(icon));
        button.setId("models-view-" + key);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(Ui.tip(WORDS.get("view." + key + ".tip"), null));
        return button;
    }
}
