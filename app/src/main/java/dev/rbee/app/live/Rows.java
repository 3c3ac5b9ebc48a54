package dev.rbee.app.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Rows merged by key: kept where they are, changed in place, added at the end, removed when gone. JavaFX thread only. */
public final class Rows<V> {
    private final ObservableList<Row<V>> list =
            FXCollections.observableArrayList(row -> new Observable[] {row.value()});
    private final Map<String, Row<V>> byKey = new HashMap<>();

    /** The rows; tells its listeners of changed rows too. */
    public ObservableList<Row<V>> list() {
        return list;
    }

    /** The row of that key. */
    public @Nullable Row<V> get(String key) {
        return byKey.get(key);
    }

    /** Makes the rows show exactly these values. */
    public void merge(Map<String, V> values) {
        if (byKey.keySet().retainAll(values.keySet())) {
            list.removeIf(row -> !values.containsKey(row.key()));
        }
        List<Row<V>> fresh = new ArrayList<>();
        values.forEach((key, value) -> {
            Row<V> row = byKey.get(key);
            if (row == null) {
                Row<V> added = new Row<>(key, value);
                byKey.put(key, added);
                fresh.add(added);
            } else if (!row.now().equals(value)) {
                row.show(value);
            }
        });
        if (!fresh.isEmpty()) {
            list.addAll(fresh);
        }
    }
}
