package dev.rbee.app.table;

import dev.rbee.app.live.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The selected rows: they stay selected wherever they move, and nothing takes the place of one that is gone. JavaFX thread only. */
final class Marked<V> {
    private final TableView<Row<V>> table;
    private final ObservableList<Row<V>> rows = FXCollections.observableArrayList();
    private final ObservableList<Row<V>> seen = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<@Nullable Row<V>> one = new ReadOnlyObjectWrapper<>();
    private boolean moving;

    Marked(TableView<Row<V>> table) {
        this.table = table;
        table.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) change -> read());
        table.getSelectionModel().selectedItemProperty().addListener((p, old, now) -> read());
    }

    ObservableList<Row<V>> rows() {
        return seen;
    }

    /** The selected row where it is the only one. */
    ReadOnlyObjectProperty<@Nullable Row<V>> one() {
        return one.getReadOnlyProperty();
    }

    private void read() {
        if (moving) {
            return;
        }
        List<Row<V>> now = table.getSelectionModel().getSelectedItems().stream()
                .filter(row -> row != null && !(row instanceof GroupRow))
                .toList();
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
        one.set(now.size() == 1 ? now.getFirst() : null);
    }

    /** Changes the table's items and then selects the same rows again. */
    void over(Runnable change) {
        Set<Row<V>> kept = new HashSet<>(rows);
        Row<V> focused = table.getFocusModel().getFocusedItem();
        moving = true;
        try {
            change.run();
            again(kept, focused);
        } finally {
            moving = false;
        }
        read();
    }

    private void again(Set<Row<V>> kept, @Nullable Row<V> focused) {
        List<Row<V>> items = table.getItems();
        int[] places = new int[kept.size()];
        int found = 0;
        int focus = -1;
        if (!kept.isEmpty() || focused != null) {
            for (int i = 0; i < items.size(); i++) {
                Row<V> row = items.get(i);
                if (kept.contains(row)) {
                    places[found++] = i;
                }
                if (Objects.equals(row, focused)) {
                    focus = i;
                }
            }
        }
        var selection = table.getSelectionModel();
        selection.clearSelection();
        if (found == items.size() && found > 1) {
            selection.selectAll();
        } else if (found > 0) {
            int[] more = new int[found - 1];
            System.arraycopy(places, 1, more, 0, found - 1);
            selection.selectIndices(places[0], more);
        }
        if (focus >= 0) {
            table.getFocusModel().focus(focus);
        }
    }
}
