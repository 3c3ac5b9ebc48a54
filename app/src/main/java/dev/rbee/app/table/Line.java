package dev.rbee.app.table;

import dev.rbee.app.live.Row;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What decides where a row stands, taken from its value once and again only when that changed. */
final class Line<V> {
    final Row<V> row;
    final long came;

    @Nullable
    Object[] keys = new Object[0];

    Facet.@Nullable Kind chip;
    Facet.@Nullable Kind group;
    private @Nullable String words;

    Line(Row<V> row, long came) {
        this.row = row;
        this.came = came;
    }

    /** Takes it anew; whether the row may stand elsewhere now. */
    boolean read(Spec<V> spec) {
        V now = row.now();
        Object[] newKeys = new Object[spec.sort().size()];
        for (int i = 0; i < newKeys.length; i++) {
            newKeys[i] = spec.sort().get(i).column().of(now);
        }
        Facet.Kind newChip = kind(spec.chips(), now);
        Facet.Kind newGroup = kind(spec.group(), now);
        boolean moved = !Objects.deepEquals(newKeys, keys)
                || !Objects.equals(newChip, chip)
                || !Objects.equals(newGroup, group)
                || !spec.parts().isEmpty();
        keys = newKeys;
        chip = newChip;
        group = newGroup;
        words = null;
        return moved;
    }

    private static <V> Facet.@Nullable Kind kind(@Nullable Facet<V> facet, V now) {
        return facet == null ? null : facet.of().apply(now);
    }

    boolean says(List<String> parts, Function<V, String> of) {
        if (parts.isEmpty()) {
            return true;
        }
        String text = words;
        if (text == null) {
            text = of.apply(row.now()).toLowerCase(Locale.ROOT);
            words = text;
        }
        for (String part : parts) {
            if (!text.contains(part)) {
                return false;
            }
        }
        return true;
    }

    static <V> int compare(Line<V> one, Line<V> other, List<Spec.Order<V>> sort) {
        for (int i = 0; i < sort.size(); i++) {
            Spec.Order<V> order = sort.get(i);
            int by = order.column().compare(one.keys[i], other.keys[i]);
            if (by != 0) {
                return order.descending() ? -by : by;
            }
        }
        return Long.compare(one.came, other.came);
    }
}
