package dev.rbee.client;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.workers.HeartbeatReply;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.contract.workers.RegisteredWorker;
import dev.rbee.contract.workers.WorkerHeart;
import dev.rbee.contract.workers.WorkerHeartbeat;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a worker known to the queen: finds her, registers, beats when she says so (30 s) and at once on {@link #changed}, registers again when she
 * restarted, and stops for good when she has another one in its place. Owns one virtual thread; thread-safe.
 */
public final class QueenAnnouncer implements AutoCloseable {
    private static final long LONGEST_MILLIS = 30_000;

    private final QueenFinder finder;
    private final Self self;
    private final InstantSource clock;
    private final Consumer<Problem> superseded;
    private final BeatLoop loop;
    private volatile IntConsumer announced = port -> {};

    /** What the worker says of itself. Called on the announcer's thread. */
    public interface Self {
        /** For a registration; {@code epoch} is the one it had, null the first time. */
        RegisterWorker registration(@Nullable Long epoch);

        /** For a beat. */
        WorkerHeart heart(long epoch, long seq);
    }

    /**
     * For that worker; {@link #start} begins.
     *
     * @param superseded called once when the queen refuses this worker for ever (409, 410): it should end
     */
    public QueenAnnouncer(
            QueenFinder finder, Self self, InstantSource clock, RandomGenerator random, Consumer<Problem> superseded) {
        this.finder = finder;
        this.self = self;
        this.clock = clock;
        this.superseded = superseded;
        this.loop = new BeatLoop(new ToQueen(), Duration.ofSeconds(1), Duration.ofSeconds(15), random);
    }

    /** {@code heard} gets the port of the tunnel to this worker whenever the queen names one; call it before {@link #start}. */
    public QueenAnnouncer announced(IntConsumer heard) {
        announced = heard;
        return this;
    }

    /** Begins; returns at once. */
    public QueenAnnouncer start() {
        loop.start();
        return this;
    }

    /** Beats now; many of these within 100 ms are one beat. Never blocks. */
    public void changed() {
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

    /** Sends a last beat, whose status should be {@code stopped} by now; blocks for two seconds at most. */
    @Override
    public void close() {
        loop.close();
    }

    private final class ToQueen implements BeatLoop.Part {
        private @Nullable Long epoch;
        private long seq;

        private QueenClient at(String url) {
            return new QueenClient(new Remote(url, finder.credential(), finder.http()));
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
            return Proof.holds(finder.http(), url, finder.credential().get());
        }

        @Override
        public long register(String url) {
            RegisteredWorker answer = at(url).registerWorker(self.registration(epoch));
            BeatLoop.tell(announced, answer.port());
            epoch = answer.epoch();
            seq = 0;
            return Math.clamp(answer.nextMs(), 200, LONGEST_MILLIS);
        }

        @Override
        public long beat(String url) {
            Long current = epoch;
            if (current == null) {
                return register(url);
            }
            seq++;
            WorkerHeartbeat beat = new WorkerHeartbeat(self.heart(current, seq), clock.instant());
            HeartbeatReply answer = at(url).workerHeartbeat(beat);
            BeatLoop.tell(announced, answer.port());
            return Math.clamp(answer.nextMs(), 200, LONGEST_MILLIS);
        }

        @Override
        public void leave(String url) {
            Long current = epoch;
            if (current != null) {
                seq++;
                WorkerHeartbeat last = new WorkerHeartbeat(self.heart(current, seq), clock.instant());
                Remote remote = new Remote(url, finder.credential(), finder.http());
                var _ = finder.http()
                        .callWithin(
                                remote.postRequest("/v1/worker-heartbeat", last).build(), Duration.ofSeconds(1));
            }
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
