package dev.rbee.app.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Rows merged by key: kept where they are, changed in place, added at the end, removed when gone. JavaFX thread only. */
public final class Rows<V> {
    private final ObservableList<Row<V>> list = FXCollections.observableArrayList();
    private final Map<String, Row<V>> byKey = new HashMap<>();
    private final List<Listener<V>> listeners = new ArrayList<>();

    /** The rows in the order they came; tells its listeners of rows that come and go, not of what they show. */
    public ObservableList<Row<V>> list() {
        return list;
    }

    /** The row of that key. */
    public @Nullable Row<V> get(String key) {
        return byKey.get(key);
    }

    /** Is told once for each batch of changes, after all of them. */
    public void listen(Listener<V> listener) {
        listeners.add(listener);
    }

    /** Makes the rows show exactly these values. */
    public void merge(Map<String, V> values) {
        apply(Delta.all(values));
    }

    /** Makes the rows show what became of them; costs by what changed, not by what there is. */
    public void apply(Delta<V> delta) {
        if (delta.isEmpty()) {
            return;
        }
        boolean left = drop(delta);
        List<Row<V>> fresh = new ArrayList<>();
        List<Row<V>> changed = new ArrayList<>();
        delta.values().forEach((key, value) -> {
            Row<V> row = byKey.get(key);
            if (row == null) {
                Row<V> added = new Row<>(key, value);
                byKey.put(key, added);
                fresh.add(added);
            } else if (!row.now().equals(value)) {
                row.show(value);
                changed.add(row);
            }
        });
        if (!fresh.isEmpty()) {
            list.addAll(fresh);
        }
        if (left || !fresh.isEmpty() || !changed.isEmpty()) {
            boolean others = left || !fresh.isEmpty();
            listeners.forEach(listener -> listener.changed(changed, others));
        }
    }

    private boolean drop(Delta<V> delta) {
        Set<String> gone = new HashSet<>();
        if (delta.all()) {
            byKey.keySet().stream()
                    .filter(key -> !delta.values().containsKey(key))
                    .forEach(gone::add);
        } else {
            delta.gone().stream().filter(byKey::containsKey).forEach(gone::add);
        }
        if (gone.isEmpty()) {
            return false;
        }
        byKey.keySet().removeAll(gone);
        list.removeIf(row -> gone.contains(row.key()));
        return true;
    }

    /** Somebody who follows the rows. */
    @FunctionalInterface
    public interface Listener<V> {
        /** These show something else; {@code others}: rows came or went, too. */
        void changed(List<Row<V>> changed, boolean others);
    }
}
