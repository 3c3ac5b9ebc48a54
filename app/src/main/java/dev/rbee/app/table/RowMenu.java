package dev.rbee.app.table;

import dev.rbee.app.frame.MenuKey;
import dev.rbee.app.live.Row;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done with the selected rows: as context menu and by keys. JavaFX thread only. */
public final class RowMenu<V> {
    private static final Words WORDS = Words.of(RowMenu.class);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final LiveTable<V> table;
    private final List<RowAction<V>> actions;
    private final Function<V, String> copied;
    private final ContextMenu menu = new ContextMenu();

    /** Gives the table these actions; {@code copied} is the line that goes to the clipboard for a row. */
    public RowMenu(LiveTable<V> table, List<RowAction<V>> actions, Function<V, String> copied) {
        this.table = table;
        this.actions = List.copyOf(actions);
        this.copied = copied;
        table.setOnContextMenuRequested(event -> {
            show(
                    event.isKeyboardTrigger()
                            ? MenuKey.place(table, table.getSelectionModel().getSelectedIndex())
                            : new Point2D(event.getScreenX(), event.getScreenY()));
            event.consume();
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The table it belongs to. */
    public LiveTable<V> table() {
        return table;
    }

    private List<V> values() {
        return table.chosen().stream().map(Row::now).toList();
    }

    private void show(Point2D at) {
        fill();
        if (!menu.getItems().isEmpty()) {
            menu.show(table, at.getX(), at.getY());
        }
    }

    private void fill() {
        List<V> values = values();
        menu.getItems().clear();
        if (values.isEmpty()) {
            return;
        }
        for (RowAction<V> action : actions) {
            List<V> able = action.of(values);
            if (!able.isEmpty()) {
                menu.getItems()
                        .add(item(words(action, able.size(), values.size()), action.icon(), action.keys(), () -> {
                            var _ = action.run(values);
                        }));
            }
        }
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().add(item(WORDS.get("menu.copy"), Feather.COPY, COPY, this::copy));
    }

    /** {@code Drain} for one, {@code Drain 3} for several, {@code Drain 3 of 5} where some cannot. */
    static String words(RowAction<?> action, int able, int all) {
        if (all == 1) {
            return action.words();
        }
        return able == all
                ? WORDS.get("menu.many", action.words(), Integer.toString(able))
                : WORDS.get("menu.some", action.words(), Integer.toString(able), Integer.toString(all));
    }

    private static MenuItem item(String words, Feather icon, @Nullable KeyCombination keys, Runnable act) {
        MenuItem item = new MenuItem(words, new FontIcon(icon));
        item.setAccelerator(keys);
        item.setOnAction(e -> act.run());
        return item;
    }

    private void copy() {
        Ui.copy(table.chosen().stream().map(row -> copied.apply(row.now())).collect(Collectors.joining("\n")));
    }

    private void key(KeyEvent event) {
        if (event.isConsumed() || table.chosen().isEmpty()) {
            return;
        }
        if (MenuKey.matches(event)) {
            show(MenuKey.place(table, table.getSelectionModel().getSelectedIndex()));
            event.consume();
            return;
        }
        if (COPY.match(event)) {
            copy();
            event.consume();
            return;
        }
        for (RowAction<V> action : actions) {
            if (action.keys() != null && action.keys().match(event) && action.run(values())) {
                event.consume();
                return;
            }
        }
    }

    /** Its name in the scene. */
    static String id(RowAction<?> action) {
        return "many-" + action.key().toLowerCase(Locale.ROOT);
    }
}
