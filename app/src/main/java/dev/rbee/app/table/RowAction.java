package dev.rbee.app.table;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something to be done with selected rows, from the context menu, by its keys, or from the bar that stands there while several are selected.
 *
 * @param key of it in the program
 * @param words verb first
 * @param tip what it does, in a sentence
 * @param keys its shortcut while the table has the focus, where it has one
 * @param many whether it may be done with several at once
 * @param can with which values it makes sense
 * @param act with those of the selected ones that can; asks by itself where something is lost
 */
public record RowAction<V>(
        String key,
        String words,
        String tip,
        Feather icon,
        @Nullable KeyCombination keys,
        boolean many,
        Predicate<V> can,
        Consumer<List<V>> act) {

    /** Those of these values it makes sense with; none where it is for one only and these are more. */
    List<V> of(List<V> values) {
        return values.size() > 1 && !many
                ? List.of()
                : values.stream().filter(can).toList();
    }

    /** Does it with those that can; whether there were any. */
    boolean run(List<V> values) {
        List<V> able = of(values);
        if (!able.isEmpty()) {
            act.accept(able);
        }
        return !able.isEmpty();
    }
}
