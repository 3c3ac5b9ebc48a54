package dev.rbee.service.queen.hives;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveHeart;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.hives.RegisteredHive;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.HeartbeatReply;
import dev.rbee.service.queen.events.FleetFeed;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queen's hives as they are now. Deadlines go by the queen's monotonic clock; everybody gets a full term of grace
 * after a start of the queen and after a pause of its process. One lock, no method blocks. Thread-safe.
 */
public final class HiveRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(HiveRegistry.class);
    private static final long PAUSE_NANOS = 10_000_000_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, HiveEntry> hives = new TreeMap<>();
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final RandomGenerator random;
    private final HiveLimits limits;
    private final FleetFeed feed;
    private final LongAdder beats = new LongAdder();
    private long floor;
    private long lastTick;

    /** Empty. {@code random} gives the jitter of the beats. */
    public HiveRegistry(
            InstantSource clock, LongSupplier nanos, RandomGenerator random, HiveLimits limits, FleetFeed feed) {
        this.clock = clock;
        this.nanos = nanos;
        this.random = random;
        this.limits = limits;
        this.feed = feed;
        this.floor = nanos.getAsLong();
        this.lastTick = floor;
    }

    /** A hive that is known from before: it is shown, and waited for. Does nothing where it is there already. */
    public void remember(String id, String hostname, int port, HiveMode mode, @Nullable Capabilities capabilities) {
        lock.lock();
        try {
            if (!hives.containsKey(id)) {
                put(new HiveEntry(
                        id,
                        hostname,
                        port,
                        mode,
                        HiveState.UNKNOWN,
                        clock.instant(),
                        "not seen since the queen started",
                        0,
                        -1,
                        floor,
                        null,
                        null,
                        null,
                        0,
                        null,
                        null,
                        capabilities));
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Registers a hive, or updates it. Throws {@link ProblemException}: a wrong field, {@code epoch_outdated} for an
     * older process of the same hive, {@code rate_limited} when there are too many.
     */
    public RegisteredHive register(RegisterHive body) {
        String id = HiveChecks.id(body.hiveId(), "hive_id");
        String host = HiveChecks.host(body.hostname(), "hostname");
        Integer port = HiveChecks.port(body.port(), "port");
        HiveHeart heart = new HiveHeart(
                id, host, port, null, body.version(), body.pid(), body.mode(), null, null, null, body.epoch(), null);
        lock.lock();
        try {
            HiveEntry old = hives.get(id);
            refuseOlder(id, old, body.epoch());
            HiveEntry known = old == null ? fresh(id, host, port, body.mode()) : old;
            HiveEntry next = known.after(heart, nanos.getAsLong(), clock.instant());
            if (body.epoch() != null && body.epoch() > known.epoch()) {
                next = next.after(numbered(heart), nanos.getAsLong(), clock.instant());
            }
            if (body.capabilities() != null) {
                next = next.with(body.capabilities());
            }
            put(alive(next));
            return new RegisteredHive(true, id, nextMs(), "Hive " + id + " is registered.");
        } finally {
            lock.unlock();
        }
    }

    /**
     * Applies one beat in one step. A beat that names host and port makes the hive known if need be. Throws
     * {@link ProblemException}: a wrong field, {@code hive_not_found} (register), {@code epoch_outdated} (exit).
     */
    public HeartbeatReply beat(HiveHeart heart) {
        String id = HiveChecks.id(heart.id(), "hive.id");
        beats.increment();
        String host = HiveChecks.host(heart.hostname(), "hive.hostname");
        Integer port = HiveChecks.port(heart.port(), "hive.port");
        lock.lock();
        try {
            HiveEntry old = hives.get(id);
            refuseOlder(id, old, heart.epoch());
            if (old == null && (heart.epoch() != null || host == null || port == null)) {
                throw missing(id);
            }
            boolean known = old != null && old.lastSeen() != null;
            if (old != null && heart.epoch() != null && (!known || heart.epoch() > old.epoch())) {
                throw missing(id); // a new process says who it is before it beats
            }
            if (old != null && known && heart.epoch() != null && heart.seq() != null && heart.seq() <= old.seq()) {
                return new HeartbeatReply("ok", "Older than what is known; ignored.", nextMs());
            }
            HiveEntry base = old == null ? fresh(id, host, port, heart.mode()) : old;
            HiveEntry next = base.after(heart, nanos.getAsLong(), clock.instant());
            put(told(next, heart.status()));
            return new HeartbeatReply("ok", "Heartbeat received.", nextMs());
        } finally {
            lock.unlock();
        }
    }

    /** Heartbeats since the start. */
    public long beats() {
        return beats.sum();
    }

    /** Notes what a hive can do; does nothing where it is unknown. */
    public void capabilities(String id, Capabilities capabilities) {
        lock.lock();
        try {
            HiveEntry old = hives.get(id);
            if (old != null && !capabilities.equals(old.capabilities())) {
                put(old.with(capabilities));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sets a state for a reason that is not a beat. Throws {@code hive_not_found}. */
    public void state(String id, HiveState state, @Nullable String why) {
        lock.lock();
        try {
            put(entry(id).in(state, why, clock.instant()));
        } finally {
            lock.unlock();
        }
    }

    /** Ends draining; true where it was draining. Throws {@code hive_not_found}. */
    public boolean resume(String id) {
        lock.lock();
        try {
            HiveEntry old = entry(id);
            boolean draining = old.state() == HiveState.DRAINING;
            if (draining) {
                put(old.in(HiveState.ONLINE, null, clock.instant()));
            }
            return draining;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets a hive; false where it was not there. */
    public boolean remove(String id, String reason) {
        lock.lock();
        try {
            boolean there = hives.remove(id) != null;
            if (there) {
                feed.hiveGone(id, reason);
            }
            return there;
        } finally {
            lock.unlock();
        }
    }

    /** All, by id. */
    public List<HiveInfo> list() {
        lock.lock();
        try {
            return hives.values().stream().map(HiveEntry::info).toList();
        } finally {
            lock.unlock();
        }
    }

    /** One. */
    public Optional<HiveInfo> find(String id) {
        lock.lock();
        try {
            return Optional.ofNullable(hives.get(id)).map(HiveEntry::info);
        } finally {
            lock.unlock();
        }
    }

    /** One. Throws {@code hive_not_found}, naming those there are. */
    public HiveInfo get(String id) {
        lock.lock();
        try {
            return entry(id).info();
        } finally {
            lock.unlock();
        }
    }

    /** Blocks until the hive's state is one of those, {@code millis} at most; false where it is not. */
    public boolean await(String id, Predicate<HiveState> wanted, long millis) throws InterruptedException {
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

    /** To be called every second: marks those that were silent too long. */
    public void tick() {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            if (now - lastTick > PAUSE_NANOS) {
                floor = now; // this process was away, not they
            }
            lastTick = now;
            for (HiveEntry each : List.copyOf(hives.values())) {
                silent(each, now - Math.max(each.seenNanos(), floor));
            }
        } finally {
            lock.unlock();
        }
    }

    private void silent(HiveEntry hive, long silence) {
        switch (hive.state()) {
            case UNKNOWN, ONLINE, SUSPECT, DRAINING, STARTING -> {
                boolean waits = hive.state() == HiveState.STARTING || hive.state() == HiveState.DRAINING;
                if (silence > limits.offline().toNanos() && hive.state() != HiveState.STARTING) {
                    put(hive.in(
                            HiveState.OFFLINE,
                            "silent for more than " + limits.offline().toSeconds() + " s",
                            clock.instant()));
                } else if (silence > limits.suspect().toNanos() && !waits && hive.state() != HiveState.UNKNOWN) {
                    put(hive.in(HiveState.SUSPECT, "missed a heartbeat", clock.instant()));
                }
            }
            case OFFLINE, STOPPED, ERROR -> {}
        }
    }

    private HiveEntry told(HiveEntry hive, @Nullable HiveState said) {
        if (said == HiveState.STOPPED) {
            return hive.in(HiveState.STOPPED, "it said goodbye", clock.instant());
        }
        return said == HiveState.DRAINING && hive.state() != HiveState.DRAINING
                ? hive.in(HiveState.DRAINING, "it says so", clock.instant())
                : alive(hive);
    }

    private HiveEntry alive(HiveEntry hive) {
        return hive.state() == HiveState.DRAINING ? hive : hive.in(HiveState.ONLINE, null, clock.instant());
    }

    private HiveEntry fresh(String id, @Nullable String host, @Nullable Integer port, @Nullable HiveMode mode) {
        if (hives.size() >= limits.hives()) {
            throw ProblemException.of(
                    ProblemCode.RATE_LIMITED,
                    "There are " + limits.hives() + " hives already.",
                    "Remove some: rbee setup remove-node.");
        }
        String hostname = host == null ? "127.0.0.1" : host;
        return new HiveEntry(
                id,
                hostname,
                port == null ? 7835 : port,
                HiveChecks.mode(mode, hostname),
                HiveState.UNKNOWN,
                clock.instant(),
                null,
                0,
                -1,
                nanos.getAsLong(),
                null,
                null,
                null,
                0,
                null,
                null,
                null);
    }

    private void put(HiveEntry next) {
        HiveEntry old = hives.put(next.id(), next);
        if (old == null || old.state() != next.state()) {
            LOG.info(
                    "hive={} state={}->{} why={}",
                    next.id(),
                    old == null ? "new" : old.state().wire(),
                    next.state().wire(),
                    Objects.requireNonNullElse(next.message(), "it beats"));
        }
        if (next.state() == HiveState.ONLINE && (old == null || old.state() != HiveState.ONLINE)) {
            feed.problemGone("hive:" + next.id()); // whatever kept it from starting
        }
        changed.signalAll();
        feed.hive(next.info());
    }

    private HiveEntry entry(String id) {
        HiveEntry found = hives.get(id);
        if (found == null) {
            throw ProblemException.of(
                    ProblemCode.HIVE_NOT_FOUND,
                    "There is no hive \"" + id + "\".",
                    hives.isEmpty() ? "No hive is known." : "Known are: " + String.join(", ", hives.keySet()) + ".");
        }
        return found;
    }

    private static void refuseOlder(String id, @Nullable HiveEntry old, @Nullable Long epoch) {
        if (old != null && epoch != null && epoch < old.epoch()) {
            throw ProblemException.of(
                    ProblemCode.EPOCH_OUTDATED,
                    "A newer process of hive " + id + " is registered.",
                    "End this one, or give it another id.");
        }
    }

    private static ProblemException missing(String id) {
        return new ProblemException(Problem.of(
                ProblemCode.HIVE_NOT_FOUND,
                "The queen does not know this process of hive " + id + ".",
                "Register it with POST /v1/hives/register."));
    }

    // A new process counts its beats from the start.
    private static HiveHeart numbered(HiveHeart heart) {
        return new HiveHeart(heart.id(), null, null, null, null, null, null, null, null, null, heart.epoch(), -1L);
    }

    private long nextMs() {
        return Math.round(limits.beat().toMillis() * (0.85 + 0.3 * random.nextDouble()));
    }
}
