package dev.rbee.service.queen.workers;

import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.service.queen.routing.ModelNames;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the entries stand: cells, index, tombstones, and the one lock that makes each change of a worker one atomic step. The
 * listener is called under the lock, so in order; {@link #onCapacity} after it.
 */
final class Ledger {
    private static final int GRAVES = 20_000;
    private static final long KEEP_GRAVES_NANOS = 3_600_000_000_000L;

    final Map<String, WorkerCell> cells = new ConcurrentHashMap<>();
    final ModelIndex index = new ModelIndex();
    final Tombstones graves = new Tombstones(GRAVES, KEEP_GRAVES_NANOS);
    final Deadlines deadlines;
    private final ReentrantLock lock = new ReentrantLock();
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final WorkerListener listener;
    private final Map<String, Integer> perNode = new HashMap<>();
    private final Set<String> freed = new LinkedHashSet<>();
    private volatile Consumer<String> capacity = model -> {};

    Ledger(InstantSource clock, LongSupplier nanos, WorkerLimits limits, WorkerListener listener) {
        this.clock = clock;
        this.nanos = nanos;
        this.listener = listener;
        this.deadlines = new Deadlines(limits, nanos.getAsLong());
    }

    void onCapacity(Consumer<String> told) {
        capacity = told;
    }

    long now() {
        return nanos.getAsLong();
    }

    Instant date() {
        return clock.instant();
    }

    /** Does one step under the lock, then says which models may have got a free slot. */
    <T> T step(Supplier<T> step) {
        Set<String> models = Set.of();
        try {
            lock.lock();
            try {
                return step.get();
            } finally {
                if (!freed.isEmpty()) {
                    models = Set.copyOf(freed);
                    freed.clear();
                }
                lock.unlock();
            }
        } finally {
            models.forEach(capacity);
        }
    }

    /** A new worker. Under the lock. */
    WorkerCell add(Entry entry, String reason) {
        WorkerCell cell = new WorkerCell(entry);
        cells.put(entry.facts().id(), cell);
        index.update(cell, null);
        told(WorkerChange.Kind.REGISTERED, null, entry, reason);
        return cell;
    }

    /** The next entry of a worker. Under the lock. */
    void set(WorkerCell cell, Entry next, WorkerChange.Kind kind, String reason) {
        Entry before = cell.entry;
        Entry after = next.state() == before.state() ? next : next.since(date());
        cell.entry = after;
        index.update(cell, before);
        told(kind, before, after, reason);
    }

    /** The end of a worker. {@code ordered}: see {@link Tombstones}. Under the lock. */
    void remove(WorkerCell cell, boolean ordered, String reason) {
        Entry last = cell.entry;
        cell.removed = true;
        cells.remove(last.facts().id());
        index.update(cell, last);
        graves.bury(last.facts().id(), last.epoch(), ordered, now());
        told(WorkerChange.Kind.GONE, last, null, reason);
    }

    /** How many workers that hive has. Under the lock. */
    int onNode(String node) {
        return perNode.getOrDefault(node, 0);
    }

    private void count(@Nullable Entry before, @Nullable Entry after) {
        String from = before == null ? null : before.facts().node();
        String to = after == null ? null : after.facts().node();
        if (from != null && !from.equals(to)) {
            perNode.computeIfPresent(from, (node, n) -> n == 1 ? null : n - 1);
        }
        if (to != null && !to.equals(from)) {
            perNode.merge(to, 1, Integer::sum);
        }
    }

    private void told(WorkerChange.Kind kind, @Nullable Entry before, @Nullable Entry after, String reason) {
        count(before, after);
        long now = now();
        boolean more = after == null || (after.free() > 0 && (before == null || before.free() < after.free()));
        Entry one = after != null ? after : before;
        if (more && one != null) {
            freed.add(ModelNames.key(one.facts().model()));
        }
        listener.changed(new WorkerChange(kind, info(before, now), info(after, now), reason));
    }

    private @Nullable WorkerInfo info(@Nullable Entry entry, long now) {
        return entry == null ? null : entry.info(deadlines.online(entry, now));
    }
}
