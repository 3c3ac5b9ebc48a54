package dev.rbee.app.catalog;

import dev.rbee.contract.models.ModelEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model as people see it: one name, with its files on the hives. Immutable.
 *
 * @param copies one for each hive, the best one first; never empty
 */
public record Installed(String id, List<ModelEntry> copies) {
    private static final List<String> BEST_FIRST = List.of("installed", "partial", "offline", "invalid");

    /** By name, in the order they came. */
    public static Map<String, Installed> group(List<ModelEntry> entries) {
        Map<String, List<ModelEntry>> byId = new LinkedHashMap<>();
        entries.forEach(entry ->
                byId.computeIfAbsent(entry.id(), id -> new ArrayList<>()).add(entry));
        Map<String, Installed> grouped = new LinkedHashMap<>();
        byId.forEach((id, copies) -> {
            copies.sort(Comparator.comparingInt(copy -> rank(copy.state())));
            grouped.put(id, new Installed(id, List.copyOf(copies)));
        });
        return grouped;
    }

    private static int rank(String state) {
        int rank = BEST_FIRST.indexOf(state);
        return rank < 0 ? BEST_FIRST.size() : rank;
    }

    /** The copy in the best state; it speaks for all. */
    public ModelEntry best() {
        return copies.getFirst();
    }

    /** Whether a hive can start it now. */
    public boolean usable() {
        return best().state().equals("installed");
    }

    /** Hives that have a whole copy. */
    public List<String> hives() {
        return copies.stream()
                .filter(copy -> copy.state().equals("installed"))
                .map(copy -> Objects.requireNonNullElse(copy.hive(), ""))
                .toList();
    }

    /** All other names it goes by. */
    public List<String> refs() {
        return copies.stream()
                .flatMap(copy -> Objects.requireNonNullElse(copy.refs(), List.<String>of()).stream())
                .distinct()
                .toList();
    }

    /** Its file on that hive. */
    public @Nullable ModelEntry on(String hive) {
        return copies.stream()
                .filter(copy -> hive.equals(copy.hive()))
                .findFirst()
                .orElse(null);
    }
}
