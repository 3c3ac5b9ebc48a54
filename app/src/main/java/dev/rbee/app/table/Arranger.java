package dev.rbee.app.table;

import dev.rbee.app.live.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides which rows are shown and in which order, from what it keeps of each: a change of some rows costs what those rows cost, an
 * arrangement one pass over all of them and a sort of what is nearly sorted. One thread only.
 */
final class Arranger<V> {
    private final Function<V, String> words;
    private final Map<Row<V>, Line<V>> lines = new HashMap<>();
    private final Map<String, GroupRow<V>> heads = new HashMap<>();
    private List<Line<V>> order = new ArrayList<>();
    private Spec<V> spec = Spec.all();
    private boolean unsorted;
    private long came;

    Arranger(Function<V, String> words) {
        this.words = words;
    }

    /**
     * What is to be shown.
     *
     * @param items rows, and the heads of groups where there are groups
     * @param chips how many rows each chip would show, with what is typed
     * @param rows shown or folded away in a group
     */
    record Shown<V>(List<Row<V>> items, SortedMap<Facet.Kind, Integer> chips, int rows) {}

    Spec<V> spec() {
        return spec;
    }

    void spec(Spec<V> wanted) {
        boolean same = wanted.sort().equals(spec.sort())
                && Objects.equals(wanted.group(), spec.group())
                && Objects.equals(wanted.chips(), spec.chips());
        if (!Objects.equals(wanted.group(), spec.group())) {
            heads.clear();
        }
        spec = wanted;
        if (!same) {
            lines.values().forEach(line -> line.read(spec));
            unsorted = true;
        }
    }

    /** These are all rows there are. */
    void rows(Collection<Row<V>> all) {
        Set<Row<V>> now = new HashSet<>(all);
        if (lines.keySet().retainAll(now)) {
            order.removeIf(line -> !now.contains(line.row));
        }
        for (Row<V> row : all) {
            if (!lines.containsKey(row)) {
                Line<V> line = new Line<>(row, came++);
                line.read(spec);
                lines.put(row, line);
                order.add(line);
                unsorted = true;
            }
        }
    }

    /** These show something else; whether any of them may stand elsewhere now. */
    boolean changed(Collection<Row<V>> rows) {
        boolean moved = false;
        for (Row<V> row : rows) {
            Line<V> line = lines.get(row);
            if (line != null) {
                moved |= line.read(spec);
            }
        }
        unsorted |= moved;
        return moved;
    }

    Shown<V> arrange() {
        if (unsorted) {
            order.sort((one, other) -> Line.compare(one, other, spec.sort()));
            unsorted = false;
        }
        SortedMap<Facet.Kind, Integer> chips = new TreeMap<>();
        List<Line<V>> passed = new ArrayList<>(order.size());
        for (Line<V> line : order) {
            if (line.says(spec.parts(), words)) {
                Facet.Kind kind = line.chip;
                if (kind != null) {
                    chips.merge(kind, 1, Integer::sum);
                }
                if (spec.picked().isEmpty() || (kind != null && spec.picked().contains(kind.key()))) {
                    passed.add(line);
                }
            }
        }
        return new Shown<>(spec.group() == null ? plain(passed) : grouped(passed), chips, passed.size());
    }

    private List<Row<V>> plain(List<Line<V>> passed) {
        List<Row<V>> items = new ArrayList<>(passed.size());
        passed.forEach(line -> items.add(line.row));
        return items;
    }

    private List<Row<V>> grouped(List<Line<V>> passed) {
        SortedMap<Facet.Kind, List<Row<V>>> groups = new TreeMap<>();
        for (Line<V> line : passed) {
            Facet.@Nullable Kind kind = line.group;
            if (kind != null) {
                groups.computeIfAbsent(kind, k -> new ArrayList<>()).add(line.row);
            }
        }
        List<Row<V>> items = new ArrayList<>(passed.size() + groups.size());
        groups.forEach((kind, members) -> {
            boolean closed = spec.closed().contains(kind.key());
            GroupRow<V> head = heads.computeIfAbsent(
                    kind.key(), key -> new GroupRow<>(kind, members.getFirst().now()));
            head.show(members.size(), closed);
            items.add(head);
            if (!closed) {
                items.addAll(members);
            }
        });
        return items;
    }
}
