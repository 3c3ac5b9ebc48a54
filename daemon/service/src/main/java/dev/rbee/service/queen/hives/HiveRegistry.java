package dev.rbee.service.queen.hives;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveHeart;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.hives.RegisteredHive;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.HeartbeatReply;
import dev.rbee.service.queen.events.FleetFeed;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The queen's hives as they are now. Deadlines go by the queen's monotonic clock; everybody gets a full term of grace
 * after a start of the queen and after a pause of its process. One lock, no method but {@link #await} blocks. Thread-safe.
 */
public final class HiveRegistry {
    private final HiveBook book;
    private final HiveBeats beats;
    private final HiveSilence silence;

    /** Empty. {@code random} gives the jitter of the beats. */
    public HiveRegistry(
            InstantSource clock, LongSupplier nanos, RandomGenerator random, HiveLimits limits, FleetFeed feed) {
        this.book = new HiveBook(clock, nanos, feed);
        this.beats = new HiveBeats(book, limits, random);
        this.silence = new HiveSilence(book, limits);
    }

    /** A hive that is known from before: it is shown, and waited for. Does nothing where it is there already. */
    public void remember(String id, String hostname, int port, HiveMode mode, @Nullable Capabilities capabilities) {
        change(() -> {
            if (book.find(id) == null) {
                String why = "not seen since the queen started";
                book.put(HiveEntry.fresh(id, hostname, port, mode, capabilities, why, silence.floor(), book.date()));
            }
        });
    }

    /**
     * Registers a hive, or updates it. Throws {@link ProblemException}: a wrong field, {@code epoch_outdated} for an
     * older process of the same hive, {@code rate_limited} when there are too many.
     */
    public RegisteredHive register(RegisterHive body) {
        return beats.register(body);
    }

    /**
     * Applies one beat in one step. A beat that names host and port makes the hive known if need be. Throws
     * {@link ProblemException}: a wrong field, {@code hive_not_found} (register), {@code epoch_outdated} (exit).
     */
    public HeartbeatReply beat(HiveHeart heart) {
        return beats.beat(heart);
    }

    /** Heartbeats since the start. */
    public long beats() {
        return beats.count();
    }

    /** Notes what a hive can do; does nothing where it is unknown. */
    public void capabilities(String id, Capabilities capabilities) {
        change(() -> {
            HiveEntry old = book.find(id);
            if (old != null && !capabilities.equals(old.capabilities())) {
                book.put(old.with(capabilities));
            }
        });
    }

    /**
     * Notes why a hive does not work as it should though it beats, which makes it degraded; null: it does. Does nothing where it is
     * unknown.
     */
    public void ailment(String id, @Nullable String why) {
        change(() -> {
            HiveEntry old = book.find(id);
            if (old != null && !Objects.equals(old.ailment(), why)) {
                book.put(old.ailing(why, book.date()));
            }
        });
    }

    /** Sets a state for a reason that is not a beat. Throws {@code hive_not_found}. */
    public void state(String id, HiveState state, @Nullable String why) {
        change(() -> book.put(book.get(id).in(state, why, book.date())));
    }

    /**
     * The connection to a hive broke, which says little of the hive itself: one that was online is suspect from now on, until it beats
     * again or was silent for too long. Does nothing where it was not online.
     */
    public void unreachable(String id, String why) {
        change(() -> {
            HiveEntry old = book.find(id);
            if (old == null) {
                return;
            }
            switch (old.state()) {
                case ONLINE, DEGRADED, SUSPECT -> book.put(old.in(HiveState.SUSPECT, why, book.date()));
                case UNKNOWN, STARTING, DRAINING, OFFLINE, STOPPED, ERROR -> {}
            }
        });
    }

    /** Ends draining; true where it was draining. Throws {@code hive_not_found}. */
    public boolean resume(String id) {
        return book.step(() -> {
            HiveEntry old = book.get(id);
            boolean draining = old.state() == HiveState.DRAINING;
            if (draining) {
                book.put(old.alive(book.date()));
            }
            return draining;
        });
    }

    /** Forgets a hive; false where it was not there. */
    public boolean remove(String id, String reason) {
        return book.step(() -> book.drop(id, reason));
    }

    /** All, by id. */
    public List<HiveInfo> list() {
        return book.step(() -> book.all().stream().map(HiveEntry::info).toList());
    }

    /** One. */
    public Optional<HiveInfo> find(String id) {
        return book.step(() -> Optional.ofNullable(book.find(id)).map(HiveEntry::info));
    }

    /** One. Throws {@code hive_not_found}, naming those there are. */
    public HiveInfo get(String id) {
        return book.step(() -> book.get(id).info());
    }

    /** Blocks until the hive's state is one of those, {@code millis} at most; false where it is not. */
    public boolean await(String id, Predicate<HiveState> wanted, long millis) throws InterruptedException {
        return book.await(id, wanted, millis);
    }

    /** Hives that were lost all at once, most likely because this machine is cut off: nothing is to be started in their place. Never blocks. */
    public Set<String> held() {
        return silence.held();
    }

    /** To be called every second: marks those that were silent too long. */
    public void tick() {
        change(silence::tick);
    }

    private void change(Runnable work) {
        book.step(() -> {
            work.run();
            return true;
        });
    }
}
