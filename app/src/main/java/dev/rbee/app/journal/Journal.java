package dev.rbee.app.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The newest lines of all logs that are read, in the order they came; bounded. JavaFX thread only. */
final class Journal {
    /** Lines that are kept. */
    static final int KEPT = 20_000;

    private static final int SLACK = 2_000;

    private final ObservableList<Entry> all = FXCollections.observableArrayList();
    private final FilteredList<Entry> shown = new FilteredList<>(all);
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final List<Entry> held = new ArrayList<>();
    private boolean paused;

    /** What the filter lets through. */
    FilteredList<Entry> shown() {
        return shown;
    }

    /** Lines that came while it was paused. */
    ReadOnlyIntegerProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** How many are kept. */
    int size() {
        return all.size();
    }

    void add(List<Entry> batch) {
        if (paused) {
            held.addAll(batch);
            if (held.size() > KEPT) {
                held.subList(0, held.size() - KEPT).clear();
            }
            waiting.set(held.size());
            return;
        }
        merge(batch);
        if (all.size() > KEPT + SLACK) {
            all.remove(0, all.size() - KEPT);
        }
    }

    /** By time: several logs begin at once, each with its own past. Lines of one moment stay in the order they came. */
    private void merge(List<Entry> batch) {
        List<Entry> sorted = new ArrayList<>(batch);
        sorted.sort(Comparator.comparing(Entry::at));
        int from = all.size();
        while (from > 0
                && !sorted.isEmpty()
                && all.get(from - 1).at().isAfter(sorted.getFirst().at())) {
            from--;
        }
        if (from < all.size()) {
            List<Entry> tail = all.subList(from, all.size());
            sorted.addAll(0, tail);
            sorted.sort(Comparator.comparing(Entry::at));
            all.remove(from, all.size());
        }
        all.addAll(sorted);
    }

    /** Nothing moves from now on; what comes is kept aside. */
    void pause(boolean still) {
        paused = still;
        if (!still && !held.isEmpty()) {
            List<Entry> came = List.copyOf(held);
            held.clear();
            waiting.set(0);
            add(came);
        }
    }

    void clear() {
        all.clear();
        held.clear();
        waiting.set(0);
    }

    /** Forgets the lines of logs that are not read any more. */
    void only(Set<String> sources) {
        all.removeIf(entry -> !sources.contains(entry.source().id()));
        held.removeIf(entry -> !sources.contains(entry.source().id()));
        waiting.set(held.size());
    }

    /** Shows lines that matter that much and contain all of these words. */
    void filter(Level least, String typed) {
        shown.setPredicate(of(least, typed));
    }

    static Predicate<Entry> of(Level least, String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return entry -> entry.level().from(least);
        }
        String[] words = text.split("\\s+");
        return entry -> {
            if (!entry.level().from(least)) {
                return false;
            }
            String line = entry.text().toLowerCase(Locale.ROOT);
            String source = entry.source().name().toLowerCase(Locale.ROOT);
            for (String word : words) {
                if (!line.contains(word) && !source.contains(word)) {
                    return false;
                }
            }
            return true;
        };
    }
}
