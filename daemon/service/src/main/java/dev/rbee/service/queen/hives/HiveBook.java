package dev.rbee.service.queen.hives;

import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.events.FleetFeed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registry's entries and the one lock around them; every change is told to the feed in its order. Everything but
 * {@link #step} and {@link #await} is to be called within a step.
 */
final class HiveBook {
    private static final Logger LOG = LoggerFactory.getLogger(HiveBook.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, HiveEntry> hives = new TreeMap<>();
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final FleetFeed feed;

    HiveBook(InstantSource clock, LongSupplier nanos, FleetFeed feed) {
        this.clock = clock;
        this.nanos = nanos;
        this.feed = feed;
    }

    /** One change, or one question, as a whole. */
    <T> T step(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** By the monotonic clock. */
    long now() {
        return nanos.getAsLong();
    }

    /** By the wall clock, for people. */
    Instant date() {
        return clock.instant();
    }

    FleetFeed feed() {
        return feed;
    }

    int size() {
        return hives.size();
    }

    /** A copy, by id. */
    List<HiveEntry> all() {
        return List.copyOf(hives.values());
    }

    @Nullable
    HiveEntry find(String id) {
        return hives.get(id);
    }

    /** Throws {@code hive_not_found}, naming those there are. */
    HiveEntry get(String id) {
        HiveEntry found = hives.get(id);
        if (found == null) {
            throw ProblemException.of(
                    ProblemCode.HIVE_NOT_FOUND,
                    "There is no hive \"" + id + "\".",
                    hives.isEmpty() ? "No hive is known." : "Known are: " + String.join(", ", hives.keySet()) + ".");
        }
        return found;
    }

    void put(HiveEntry next) {
        HiveEntry old = hives.put(next.id(), next);
        if (old == null || old.state() != next.state()) {
            LOG.info(
                    "hive={} state={}->{} why={}",
                    next.id(),
                    old == null ? "new" : old.state().wire(),
                    next.state().wire(),
                    Objects.requireNonNullElse(next.message(), serves(next.state()) ? "it beats" : "asked"));
        }
        if (serves(next.state()) && (old == null || !serves(old.state()))) {
            feed.problemGone("hive:" + next.id()); // whatever kept it from starting
        }
        changed.signalAll();
        feed.hive(next.info());
    }

    /** False where it was not there. */
    boolean drop(String id, String reason) {
        boolean there = hives.remove(id) != null;
        if (there) {
            feed.hiveGone(id, reason);
        }
        return there;
    }

    /** Blocks until the hive's state is one of those, {@code millis} at most; false where it is not. */
    boolean await(String id, Predicate<HiveState> wanted, long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (true) {
                HiveEntry now = hives.get(id);
                if (now != null && wanted.test(now.state())) {
                    return true;
                }
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean serves(HiveState state) {
        return state == HiveState.ONLINE || state == HiveState.DEGRADED;
    }
}
