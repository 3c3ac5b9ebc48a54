package dev.rbee.app.table;

import dev.rbee.app.fx.FxThread;
import dev.rbee.app.live.Row;
import dev.rbee.app.live.Rows;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A table of live rows: sortable, filtered by words, columns of less weight left out where it is narrow. */
public final class LiveTable<V> extends TableView<Row<V>> {
    private final FilteredList<Row<V>> filtered;
    private final Function<V, String> words;
    private final Map<TableColumn<Row<V>, ?>, Double> needed = new LinkedHashMap<>();

    /** {@code words} is what the filter looks into. */
    public LiveTable(Rows<V> rows, Function<V, String> words) {
        this.words = words;
        filtered = new FilteredList<>(rows.list());
        SortedList<Row<V>> sorted = new SortedList<>(filtered);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        // JavaFX selects a neighbour of a row that is gone; what was selected is gone, so nothing is.
        getSelectionModel().selectedItemProperty().addListener((p, old, now) -> {
            if (old != null && now != null && rows.get(old.key()) == null) {
                FxThread.LATER.execute(getSelectionModel()::clearSelection);
            }
        });
        widthProperty().addListener((p, old, now) -> arrange(now.doubleValue()));
    }

    /** Adds a column that is shown while the table is at least that wide, px. */
    public void add(TableColumn<Row<V>, ?> column, double fromWidth) {
        needed.put(column, fromWidth);
        getColumns().add(column);
    }

    /** Shows the rows that contain all of these words. */
    public void filter(String typed) {
        String[] parts = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        filtered.setPredicate(row -> {
            String text = words.apply(row.now()).toLowerCase(Locale.ROOT);
            for (String part : parts) {
                if (!text.contains(part)) {
                    return false;
                }
            }
            return true;
        });
    }

    private void arrange(double width) {
        needed.forEach((column, from) -> column.setVisible(width >= from));
    }
}
