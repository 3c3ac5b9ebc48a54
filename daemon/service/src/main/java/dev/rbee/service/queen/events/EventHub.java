package dev.rbee.service.queen.events;

import dev.rbee.contract.events.FleetEvent;
import dev.rbee.contract.events.FleetProblem;
import dev.rbee.contract.events.FleetSnapshot;
import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The fleet's changes as one numbered sequence. What changes again within a burst becomes one event; the last ones are
 * kept in a ring from which every reader pulls at its own speed, so that a slow reader costs no memory: it skips what has
 * been overtaken, and when even the ring has gone past it, it is cut. Thread-safe; publishing never blocks.
 */
public final class EventHub implements FleetFeed, AutoCloseable {
    private static final int TOGETHER = 512;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flushed = lock.newCondition();
    private final Condition waiting = lock.newCondition();
    private final Map<String, LongFunction<FleetEvent>> pending = new LinkedHashMap<>();
    private final Map<String, FleetProblem> problems = new LinkedHashMap<>();
    private final @Nullable Published[] ring;
    private final String instance;
    private final long burstNanos;
    private final Thread flusher;
    private volatile @Nullable FleetView view;
    private long revision;
    private boolean closed;

    /**
     * Starts at once.
     *
     * @param instance of the queen
     * @param kept events for those who come back
     * @param burstMs changes within this time become one event
     */
    public EventHub(String instance, int kept, long burstMs) {
        this.instance = instance;
        this.ring = new Published[kept];
        this.burstNanos = TimeUnit.MILLISECONDS.toNanos(burstMs);
        this.flusher = Thread.ofVirtual().name("queen-events").start(this::run);
    }

    /** Says where snapshots come from. Called once, before the first reader. */
    public void view(FleetView fleet) {
        view = fleet;
    }

    /** New at every start of the queen. */
    public String instance() {
        return instance;
    }

    /** The newest revision. */
    public long revision() {
        lock.lock();
        try {
            return revision;
        } finally {
            lock.unlock();
        }
    }

    /** The fleet now; events after its revision may repeat what it holds already, never miss anything. */
    public FleetSnapshot snapshot() {
        long at;
        List<FleetProblem> now;
        lock.lock();
        try {
            flush();
            at = revision;
            now = List.copyOf(problems.values());
        } finally {
            lock.unlock();
        }
        FleetView fleet = Objects.requireNonNull(view, "view");
        return new FleetSnapshot(at, instance, fleet.hives(), fleet.workers(), fleet.jobs(), fleet.stats(), now);
    }

    /** Whether everything after that revision is still kept. */
    boolean keeps(long after) {
        lock.lock();
        try {
            flush();
            return after <= revision && revision - after <= ring.length;
        } finally {
            lock.unlock();
        }
    }

    /** Blocks up to {@code millis} for events after that revision. */
    Batch after(long after, long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (revision <= after && left > 0 && !closed) {
                left = flushed.awaitNanos(left);
            }
            if (closed || revision - after > ring.length) {
                return new Batch(List.of(), after, true);
            }
            long to = Math.min(revision, after + TOGETHER);
            Map<String, Published> newest = new LinkedHashMap<>();
            for (long each = after + 1; each <= to; each++) {
                Published event = Objects.requireNonNull(ring[(int) (each % ring.length)]);
                newest.remove(event.key());
                newest.put(event.key(), event);
            }
            return new Batch(new ArrayList<>(newest.values()), Math.max(after, to), false);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void worker(WorkerInfo worker) {
        publish("worker:" + worker.id(), r -> new FleetEvent(r, "worker", worker, null, null, null, null, null, null));
    }

    @Override
    public void workerGone(String id, String reason) {
        publish("worker:" + id, r -> new FleetEvent(r, "worker_gone", null, null, null, null, null, id, reason));
    }

    @Override
    public void hive(HiveInfo hive) {
        publish("hive:" + hive.id(), r -> new FleetEvent(r, "hive", null, hive, null, null, null, null, null));
    }

    @Override
    public void hiveGone(String id, String reason) {
        publish("hive:" + id, r -> new FleetEvent(r, "hive_gone", null, null, null, null, null, id, reason));
    }

    @Override
    public void job(JobInfo job) {
        publish("job:" + job.jobId(), r -> new FleetEvent(r, "job", null, null, job, null, null, null, null));
    }

    @Override
    public void problem(FleetProblem problem) {
        lock.lock();
        try {
            if (!problem.equals(problems.put(problem.id(), problem))) {
                publish(
                        "problem:" + problem.id(),
                        r -> new FleetEvent(r, "problem", null, null, null, null, problem, null, null));
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void problemGone(String id) {
        lock.lock();
        try {
            if (problems.remove(id) != null) {
                publish(
                        "problem:" + id,
                        r -> new FleetEvent(r, "problem_gone", null, null, null, null, null, id, null));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Figures for those who watch. */
    void stats(FleetStats stats) {
        publish("stats", r -> new FleetEvent(r, "stats", null, null, null, stats, null, null, null));
    }

    /** What there is to know now. */
    public List<FleetProblem> problems() {
        lock.lock();
        try {
            return List.copyOf(problems.values());
        } finally {
            lock.unlock();
        }
    }

    /** Ends all readers. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            flushed.signalAll();
            waiting.signalAll();
        } finally {
            lock.unlock();
        }
        flusher.interrupt();
    }

    private void publish(String key, LongFunction<FleetEvent> event) {
        lock.lock();
        try {
            pending.remove(key);
            pending.put(key, event);
            waiting.signal();
        } finally {
            lock.unlock();
        }
    }

    private void flush() {
        if (pending.isEmpty()) {
            return;
        }
        pending.forEach((key, event) -> {
            revision++;
            ring[(int) (revision % ring.length)] = new Published(key, event.apply(revision));
        });
        pending.clear();
        flushed.signalAll();
    }

    private void run() {
        lock.lock();
        try {
            while (!closed) {
                while (pending.isEmpty() && !closed) {
                    waiting.await();
                }
                long left = burstNanos;
                while (left > 0 && !closed) {
                    left = waiting.awaitNanos(left);
                }
                flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        } finally {
            lock.unlock();
        }
    }
}
