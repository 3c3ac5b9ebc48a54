package dev.rbee.app.live;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A row of a table: its key stays, what it shows changes, so that selection and scroll survive. JavaFX thread only. */
public final class Row<V> {
    private final String key;
    private final ReadOnlyObjectWrapper<V> value;

    Row(String key, V value) {
        this.key = key;
        this.value = new ReadOnlyObjectWrapper<>(value);
    }

    /** Which row. */
    public String key() {
        return key;
    }

    /** What it shows now. */
    public V now() {
        return value.get();
    }

    /** What it shows. */
    public ReadOnlyObjectProperty<V> value() {
        return value.getReadOnlyProperty();
    }

    void show(V newer) {
        value.set(newer);
    }
}
