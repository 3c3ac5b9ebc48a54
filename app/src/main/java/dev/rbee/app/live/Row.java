package dev.rbee.app.live;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A row of a table: its key stays, what it shows changes, so that selection and scroll survive. JavaFX thread only. */
public class Row<V> {
    private final String key;
    private final ReadOnlyObjectWrapper<V> value;

    /** A row that shows this. */
    protected Row(String key, V value) {
        this.key = key;
        this.value = new ReadOnlyObjectWrapper<>(value);
    }

    /** Which row. */
    public final String key() {
        return key;
    }

    /** What it shows now. */
    public final V now() {
        return value.get();
    }

    /** What it shows. */
    public final ReadOnlyObjectProperty<V> value() {
        return value.getReadOnlyProperty();
    }

    final void show(V newer) {
        value.set(newer);
    }
}
