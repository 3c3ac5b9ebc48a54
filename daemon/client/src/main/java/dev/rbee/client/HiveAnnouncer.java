package dev.rbee.client;

import dev.rbee.contract.hives.HiveHeart;
import dev.rbee.contract.hives.HiveHeartbeat;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.hives.RegisteredHive;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.workers.HeartbeatReply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a hive known to the queen, as {@link QueenAnnouncer} does for a worker. Owns one virtual thread; thread-safe.
 */
public final class HiveAnnouncer implements AutoCloseable {
    private static final long LONGEST_MILLIS = 30_000;
    private static final long AT_ONCE = 1;

    private final QueenFinder finder;
    private final Supplier<RegisterHive> registration;
    private final LongFunction<HiveHeart> heart;
    private final InstantSource clock;
    private final Consumer<Problem> superseded;
    private final BeatLoop loop;
    private volatile IntConsumer announced = port -> {};
    private final AtomicBoolean renew = new AtomicBoolean();

    /**
     * For that hive; {@link #start} begins.
     *
     * @param registration asked for at every registration
     * @param heart the beat with that sequence number
     * @param superseded called once when the queen has a younger hive of the same id
     */
    public HiveAnnouncer(
            QueenFinder finder,
            Supplier<RegisterHive> registration,
            LongFunction<HiveHeart> heart,
            InstantSource clock,
            RandomGenerator random,
            Consumer<Problem> superseded) {
        this.finder = finder;
        this.registration = registration;
        this.heart = heart;
        this.clock = clock;
        this.superseded = superseded;
        this.loop = new BeatLoop(new ToQueen(), Duration.ofMillis(500), Duration.ofSeconds(15), random);
    }

    /** {@code heard} gets the port of the tunnel to this hive whenever the queen names one; call it before {@link #start}. */
    public HiveAnnouncer announced(IntConsumer heard) {
        announced = heard;
        return this;
    }

    /** Begins; returns at once. */
    public HiveAnnouncer start() {
        loop.start();
        return this;
    }

    /** Beats now. Never blocks. */
    public void changed() {
        loop.changed();
    }

    /** Registers again now, since what it can do has changed: its models, for instance. Never blocks. */
    public void renewed() {
        renew.set(true);
        loop.changed();
    }

    /** Looks for the queen anew and registers there now, where it is registered already, too. Never blocks. */
    public void again() {
        loop.again();
    }

    /** The queen it is registered at; null while it is at none. */
    public @Nullable String queenUrl() {
        return loop.url();
    }

    /** Sends a last beat; blocks for two seconds at most. */
    @Override
    public void close() {
        loop.close();
    }

    private final class ToQueen implements BeatLoop.Part {
        private long seq;

        private Remote remote(String url) {
            return new Remote(url, finder.credential(), finder.http());
        }

        @Override
        public String name() {
            return "queen";
        }

        @Override
        public List<String> candidates() {
            return finder.candidates();
        }

        @Override
        public boolean proven(String url) {
            return remote(url).proven();
        }

        @Override
        public long register(String url) {
            RegisteredHive answer = new QueenClient(remote(url)).registerHive(registration.get());
            BeatLoop.tell(announced, answer.port());
            return AT_ONCE; // what changes all the time (free memory, workers) is in the beats only
        }

        @Override
        public long beat(String url) {
            if (renew.getAndSet(false)) {
                register(url);
            }
            seq++;
            HiveHeartbeat beat = new HiveHeartbeat(heart.apply(seq), clock.instant());
            HeartbeatReply answer = new QueenClient(remote(url)).hiveHeartbeat(beat);
            BeatLoop.tell(announced, answer.port());
            return Math.clamp(answer.nextMs(), 200, LONGEST_MILLIS);
        }

        @Override
        public void leave(String url) {
            seq++;
            HiveHeartbeat last = new HiveHeartbeat(heart.apply(seq), clock.instant());
            var _ = finder.http()
                    .callWithin(
                            remote(url).postRequest("/v1/hive-heartbeat", last).build(), Duration.ofSeconds(1));
        }

        @Override
        public void found(String url) {
            KnownComponents known = finder.known();
            if (known != null) {
                known.remember("queen", "queen", url, clock.instant());
            }
        }

        @Override
        public void superseded(Problem why) {
            superseded.accept(why);
        }
    }
}
