package dev.rbee.app.table;

import dev.rbee.app.live.Row;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keys in a table that all tables have: Space, Enter, left and right fold groups. */
final class RowKeys {
    private RowKeys() {}

    static <V> void on(LiveTable<V> table) {
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Row<V> focused = table.getFocusModel().getFocusedItem();
            if (focused instanceof GroupRow<V> group
                    && folds(event.getCode(), group.closed().get())) {
                event.consume();
                table.fold(group);
            }
        });
    }

    private static boolean folds(KeyCode code, boolean closed) {
        return switch (code) {
            case SPACE, ENTER -> true;
            case LEFT -> !closed;
            case RIGHT -> closed;
            default -> false;
        };
    }
}
