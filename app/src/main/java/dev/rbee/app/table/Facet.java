package dev.rbee.app.table;

import java.util.function.Function;

/**
 * A way to tell rows apart: for groups, and for chips that show some of them only.
 *
 * @param key remembered, the same in every language
 * @param name for people
 * @param of where a row belongs
 */
public record Facet<V>(String key, String name, Function<V, Kind> of) {
    /**
     * Where rows can belong.
     *
     * @param key the same for all rows that belong there
     * @param words for people
     * @param order lower comes first, equal ones by their words
     */
    public record Kind(String key, String words, int order) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            int byOrder = Integer.compare(order, other.order);
            int byWords = byOrder == 0 ? words.compareToIgnoreCase(other.words) : byOrder;
            return byWords == 0 ? key.compareTo(other.key) : byWords;
        }
    }
}
