package dev.rbee.app.table;

import dev.rbee.app.live.Row;
import java.util.List;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is read where it is while rows come and go above it. At the top the view stays at the top, and a row that moves far away
 * because of its own value is not followed. JavaFX thread only.
 */
final class ScrollKeeper<V> {
    private final TableView<Row<V>> table;

    ScrollKeeper(TableView<Row<V>> table) {
        this.table = table;
    }

    /** Runs a change of the table's items to {@code next}. */
    void over(List<Row<V>> next, Runnable change) {
        IndexedCell<?> first = first();
        List<Row<V>> old = table.getItems();
        int index = first == null ? -1 : first.getIndex();
        if (first == null || index < 0 || index >= old.size() || (index == 0 && first.getLayoutY() >= 0)) {
            change.run();
            return;
        }
        double into = -first.getLayoutY();
        int place = place(old, index, next);
        change.run();
        table.layout(); // the flow must know of the new rows before it can be moved over them
        VirtualFlow<?> flow = flow();
        IndexedCell<?> now = first();
        if (flow != null && now != null) {
            double row = Math.max(1, now.getHeight());
            var _ = flow.scrollPixels((place - now.getIndex()) * row + into + now.getLayoutY());
        }
    }

    private static <V> int place(List<Row<V>> old, int index, List<Row<V>> next) {
        int most = Math.max(8, Math.abs(next.size() - old.size()));
        Row<V> row = old.get(index);
        for (int away = 0; away <= most; away++) {
            if (row.equals(at(next, index + away))) {
                return index + away;
            }
            if (row.equals(at(next, index - away))) {
                return index - away;
            }
        }
        return index;
    }

    private static <V> @Nullable Row<V> at(List<Row<V>> rows, int index) {
        return index >= 0 && index < rows.size() ? rows.get(index) : null;
    }

    private @Nullable IndexedCell<?> first() {
        VirtualFlow<?> flow = flow();
        return flow == null ? null : flow.getFirstVisibleCell();
    }

    private @Nullable VirtualFlow<?> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }
}
