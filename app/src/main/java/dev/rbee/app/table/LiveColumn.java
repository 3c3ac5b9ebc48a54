package dev.rbee.app.table;

import dev.rbee.app.live.Row;
import java.util.Comparator;
import java.util.function.Function;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** A column that can say what it shows of a value without a row on the screen, so that many rows are sorted quickly. */
public final class LiveColumn<V, T> extends TableColumn<Row<V>, T> {
    private final Function<V, @Nullable T> value;

    LiveColumn(String name, double width, Function<V, @Nullable T> value) {
        super(name);
        this.value = value;
        setCellValueFactory(row -> row.getValue().value().map(value));
        setMinWidth(Math.min(width, 64));
        setPrefWidth(width);
    }

    @Nullable
    T of(V row) {
        return value.apply(row);
    }

    /** Orders what {@link #of} gave; nothing comes first. */
    @SuppressWarnings("unchecked") // both came from this column, so both are T or null
    int compare(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        Comparator<T> order = getComparator();
        return order.compare((T) one, (T) other);
    }
}
