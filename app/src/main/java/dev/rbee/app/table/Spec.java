package dev.rbee.app.table;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are shown, and in which order. Immutable.
 *
 * @param parts words in lower case that a row must contain
 * @param chips what the chips tell apart
 * @param picked keys of the chips that are pressed; none: all rows
 * @param closed keys of groups whose rows are folded away
 * @param sort what decides first comes first; after all of it, who came first
 */
record Spec<V>(
        List<String> parts,
        @Nullable Facet<V> chips,
        Set<String> picked,
        @Nullable Facet<V> group,
        Set<String> closed,
        List<Order<V>> sort) {
    /** One column that sorts. */
    record Order<V>(LiveColumn<V, ?> column, boolean descending) {}

    /** Everything, as it came. */
    static <V> Spec<V> all() {
        return new Spec<>(List.of(), null, Set.of(), null, Set.of(), List.of());
    }

    Spec<V> saying(String typed) {
        String words = typed.strip().toLowerCase(Locale.ROOT);
        return new Spec<>(
                words.isEmpty() ? List.of() : List.of(words.split("\\s+")), chips, picked, group, closed, sort);
    }

    Spec<V> chips(@Nullable Facet<V> facet) {
        return new Spec<>(parts, facet, picked, group, closed, sort);
    }

    Spec<V> picking(Set<String> keys) {
        return new Spec<>(parts, chips, Set.copyOf(keys), group, closed, sort);
    }

    Spec<V> grouped(@Nullable Facet<V> facet) {
        return new Spec<>(parts, chips, picked, facet, Set.of(), sort);
    }

    Spec<V> folding(Set<String> keys) {
        return new Spec<>(parts, chips, picked, group, Set.copyOf(keys), sort);
    }

    Spec<V> sorted(List<Order<V>> orders) {
        return new Spec<>(parts, chips, picked, group, closed, List.copyOf(orders));
    }

    boolean narrows() {
        return !parts.isEmpty() || !picked.isEmpty();
    }
}
