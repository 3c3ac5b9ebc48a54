package dev.rbee.app.activity;

import dev.rbee.app.fx.Background;
import dev.rbee.contract.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a past that are loaded: on top what has not ended, then the newest page, older ones when they are wanted, new ones as
 * they come; where somebody reads further down, those wait and are counted, and nothing moves. JavaFX thread only; reading is done elsewhere.
 */
final class PastList<T> {
    /** How it stands. */
    enum Phase {
        /** nothing asked yet */
        NEW,
        /** the first page is being read */
        LOADING,
        /** rows are there, more may be asked for */
        READY,
        /** older ones are being read */
        MORE,
        /** could not be read */
        FAILED
    }

    /**
     * What there is to show.
     *
     * @param end nothing older is there
     * @param held new rows that wait
     */
    record Standing(
            Phase phase, boolean end, int held, @Nullable Problem problem) {}

    /** Rows of a page. */
    static final int PAGE = 100;

    private final Past<T> past;
    private final Background background;
    private final BooleanSupplier reading;
    private final Consumer<Runnable> around;
    private final ObservableList<T> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Standing> standing =
            new ReadOnlyObjectWrapper<>(new Standing(Phase.NEW, false, 0, null));
    private List<T> held = List.of();
    private Map<String, String> filter = Map.of();
    private @Nullable Long before;
    private int epoch;
    private boolean looking;
    /** So many rows on top have not ended. */
    private int live;

    /**
     * Empty.
     *
     * @param reading tells whether somebody reads further down, so that nothing must move
     * @param around runs each change of the rows, and keeps what is selected
     */
    PastList(Past<T> past, Background background, BooleanSupplier reading, Consumer<Runnable> around) {
        this.past = past;
        this.background = background;
        this.reading = reading;
        this.around = around;
    }

    ObservableList<T> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /** Starts anew with these; the same ones again read anew as well. */
    void load(Map<String, String> asked) {
        filter = Map.copyOf(asked);
        int mine = ++epoch;
        looking = false;
        held = List.of();
        say(Phase.LOADING, null);
        background.run(
                () -> past.read(query(Map.of())),
                slice -> {
                    if (mine == epoch) {
                        around.accept(() -> fill(slice));
                        before = slice.before();
                        say(Phase.READY, null);
                    }
                },
                problem -> {
                    if (mine == epoch) {
                        say(Phase.FAILED, problem);
                    }
                });
    }

    /** As if nothing had been asked yet; what is on its way is not waited for. */
    void clear() {
        epoch++;
        looking = false;
        held = List.of();
        live = 0;
        before = null;
        rows.clear();
        say(Phase.NEW, null);
    }

    /** Older ones, if there are any and none are on their way. */
    void more() {
        Long from = before;
        if (standing.get().phase() != Phase.READY || from == null) {
            return;
        }
        int mine = epoch;
        say(Phase.MORE, null);
        background.run(
                () -> past.read(query(Map.of("before", from.toString()))),
                slice -> {
                    if (mine == epoch) {
                        before = slice.before();
                        rows.addAll(slice.rows());
                        say(Phase.READY, null);
                    }
                },
                problem -> {
                    if (mine == epoch) {
                        say(Phase.READY, problem);
                    }
                });
    }

    /** Looks for new ones, unless that is being done. */
    void look() {
        Phase phase = standing.get().phase();
        if (looking || (phase != Phase.READY && phase != Phase.MORE)) {
            return;
        }
        looking = true;
        int mine = epoch;
        long newest = newest();
        background.run(
                () -> past.read(query(Map.of("after", Long.toString(newest)))),
                slice -> {
                    if (mine == epoch) {
                        looking = false;
                        take(slice);
                    }
                },
                problem -> {
                    if (mine == epoch) {
                        looking = false;
                    }
                });
    }

    private long newest() {
        T first = !held.isEmpty() ? held.getFirst() : rows.size() == live ? null : rows.get(live);
        return first == null ? 0 : past.number(first);
    }

    /** More than a page of new ones: what lies between is not known, so all of it is read anew when they are shown. */
    private void take(Past.Slice<T> slice) {
        if (slice.rows().isEmpty()) {
            if (!reading.getAsBoolean()) {
                around.accept(() -> now(slice.live()));
            }
            return;
        }
        List<T> all = new ArrayList<>(slice.rows());
        all.addAll(held);
        held = all;
        boolean gap = slice.rows().size() >= PAGE;
        if (reading.getAsBoolean()) {
            say(standing.get().phase(), null);
        } else if (gap) {
            load(filter);
        } else {
            around.accept(() -> {
                now(slice.live());
                putHeld();
            });
        }
    }

    private void fill(Past.Slice<T> slice) {
        List<T> all = new ArrayList<>(others(slice.live(), slice.rows()));
        live = all.size();
        all.addAll(slice.rows());
        rows.setAll(all);
    }

    /** What has not ended now; where the same ones are there, they only change. */
    private void now(List<T> newer) {
        List<T> open = others(newer, held);
        if (keys(open).equals(keys(rows.subList(0, live)))) {
            for (int i = 0; i < live; i++) {
                if (!open.get(i).equals(rows.get(i))) {
                    rows.set(i, open.get(i));
                }
            }
            return;
        }
        rows.remove(0, live);
        rows.addAll(0, open);
        live = open.size();
    }

    private List<T> others(List<T> from, List<T> ended) {
        Set<String> gone = Set.copyOf(keys(ended));
        return from.stream().filter(row -> !gone.contains(past.key(row))).toList();
    }

    private List<String> keys(List<T> of) {
        return of.stream().map(past::key).toList();
    }

    /** Puts what waits on top. */
    void showHeld() {
        if (held.size() >= PAGE) {
            load(filter);
        } else {
            around.accept(this::putHeld);
        }
    }

    private void putHeld() {
        List<T> waiting = held;
        held = List.of();
        List<T> open = others(rows.subList(0, live), waiting);
        if (open.size() < live) {
            rows.remove(0, live);
            rows.addAll(0, open);
            live = open.size();
        }
        rows.addAll(live, waiting);
        say(standing.get().phase(), null);
    }

    /** Where that row is now; -1: nowhere. */
    int find(String key) {
        for (int i = 0; i < rows.size(); i++) {
            if (past.key(rows.get(i)).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** What stays the same of it. */
    String key(T row) {
        return past.key(row);
    }

    private Map<String, String> query(Map<String, String> more) {
        Map<String, String> query = new HashMap<>(filter);
        query.put("limit", Integer.toString(PAGE));
        query.putAll(more);
        return query;
    }

    private void say(Phase phase, @Nullable Problem problem) {
        standing.set(new Standing(phase, before == null, held.size(), problem));
    }
}
