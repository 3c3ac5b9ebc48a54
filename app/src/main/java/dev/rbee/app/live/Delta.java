package dev.rbee.app.live;

import java.util.Map;
import java.util.Set;

/**
 * What became of one kind of thing since the last look. Immutable.
 *
 * @param values what is new or different, by id
 * @param gone ids of what is no more
 * @param all true: {@code values} is everything, what is not in it is no more
 */
public record Delta<V>(Map<String, V> values, Set<String> gone, boolean all) {
    /** Nothing became of it. */
    public static <V> Delta<V> none() {
        return new Delta<>(Map.of(), Set.of(), false);
    }

    /** All anew. */
    public static <V> Delta<V> all(Map<String, V> values) {
        return new Delta<>(values, Set.of(), true);
    }

    /** Whether nothing became of it. */
    public boolean isEmpty() {
        return !all && values.isEmpty() && gone.isEmpty();
    }
}
