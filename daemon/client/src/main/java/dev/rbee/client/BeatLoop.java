package dev.rbee.client;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps something registered somewhere, for ever: finds the server, has it prove itself, registers, beats, and begins anew after every failure. One
 * virtual thread owns all of its state; the other methods only wake it.
 */
final class BeatLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BeatLoop.class);
    /** A change is told after this; changes that go on and on are told less and less often, down to {@link #RAREST_MILLIS}. */
    private static final long SOON_MILLIS = 20;

    private static final long RAREST_MILLIS = 500;

    /** Another one is in our place. */
    private static final Set<ProblemCode> FINAL = Set.of(ProblemCode.EPOCH_OUTDATED, ProblemCode.WORKER_GONE);

    /** What is kept up. Called on the loop's thread; failures are {@link ProblemException}. */
    interface Part {
        /** For logs. */
        String name();

        /** Addresses to try, best first; may block. */
        List<String> candidates();

        /** Whether the server there may get our credential. */
        boolean proven(String url);

        /** Registers; milliseconds until the next beat. */
        long register(String url);

        /** Beats; milliseconds until the next one. */
        long beat(String url);

        /** Says goodbye; at most a second. */
        void leave(String url);

        /** Registered there for the first time or again. */
        void found(String url);

        /** The server says that another one is in our place: nothing more is sent. */
        void superseded(Problem why);
    }

    private enum Phase {
        LOST,
        REGISTERED,
        OVER
    }

    private final Part part;
    private final Backoff backoff;
    private final Semaphore wake = new Semaphore(0);
    private final Semaphore again = new Semaphore(0);
    private final Thread thread;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile @Nullable String url;
    private @Nullable ProblemCode lastSaid;
    private long gapMillis = SOON_MILLIS;

    BeatLoop(Part part, Duration firstWait, Duration longestWait, RandomGenerator random) {
        this.part = part;
        this.backoff = new Backoff(firstWait, longestWait, random);
        this.thread = Thread.ofVirtual().name("rbee-announce-" + part.name()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Something changed: beat now. Never blocks. */
    void changed() {
        wake.release();
    }

    /** Whatever it waits for: looks for the server anew, now. Never blocks. */
    void again() {
        again.release();
        wake.release();
    }

    /** Passes a port on that a server named, where it did. */
    static void tell(IntConsumer announced, @Nullable Integer port) {
        if (port != null && port > 0 && port <= 65_535) {
            announced.accept(port);
        }
    }

    /** Where it is registered now; null while it is not. */
    @Nullable
    String url() {
        return url;
    }

    private void run() {
        Phase phase = Phase.LOST;
        long waitMillis = 0;
        try {
            while (phase != Phase.OVER) {
                boolean anew = false;
                if (phase == Phase.REGISTERED) {
                    pauseOrChange(waitMillis);
                } else {
                    anew = again.tryAcquire(waitMillis, TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                }
                if (end.getCount() == 0) {
                    break;
                }
                if (again.drainPermits() > 0 || anew) {
                    backoff.reset();
                    phase = lost();
                }
                try {
                    waitMillis = phase == Phase.LOST ? find() : part.beat(known());
                    phase = Phase.REGISTERED;
                    backoff.reset();
                    lastSaid = null;
                } catch (ProblemException e) {
                    phase = after(e.problem());
                    waitMillis = phase == Phase.LOST && url != null ? 0 : backoff.next();
                } catch (RuntimeException e) {
                    LOG.error("announcing={} failed", part.name(), e);
                    phase = lost();
                    waitMillis = backoff.next();
                }
            }
        } catch (InterruptedException e) {
            // the end of the program
        }
        String last = url;
        if (phase == Phase.REGISTERED && last != null) {
            leave(last);
        }
    }

    private void leave(String last) {
        try {
            part.leave(last);
        } catch (RuntimeException e) {
            LOG.debug("announcing={} goodbye failed: {}", part.name(), e.getMessage());
        }
    }

    private void pauseOrChange(long millis) throws InterruptedException {
        long first = Math.min(gapMillis, millis);
        if (end.await(first, TimeUnit.MILLISECONDS)) {
            return;
        }
        boolean already = wake.tryAcquire();
        gapMillis = already ? Math.min(RAREST_MILLIS, gapMillis * 2) : SOON_MILLIS;
        if (!already && !wake.tryAcquire(millis - first, TimeUnit.MILLISECONDS)) {
            return;
        }
        wake.drainPermits();
    }

    private String known() {
        String known = url;
        if (known == null) {
            throw new IllegalStateException("not registered");
        }
        return known;
    }

    /** Registers at the first server that takes us: where we are told to register again, there first. */
    private long find() {
        String before = url;
        url = null;
        ProblemException last = null;
        for (String candidate : before != null ? List.of(before) : part.candidates()) {
            try {
                if (!part.proven(candidate)) {
                    throw ProblemException.of(
                            ProblemCode.UNREACHABLE,
                            "No rbee of this installation answers at " + candidate + ".",
                            null);
                }
                long next = part.register(candidate);
                url = candidate;
                LOG.info("announcing={} at={} state=registered", part.name(), candidate);
                part.found(candidate);
                return next;
            } catch (ProblemException e) {
                if (FINAL.contains(e.problem().code())) {
                    throw e;
                }
                last = e;
            }
        }
        throw last != null
                ? last
                : ProblemException.of(ProblemCode.UNREACHABLE, "Nobody is known to announce to.", null);
    }

    private Phase after(Problem problem) {
        return switch (problem.code()) {
            case WORKER_UNKNOWN, COMPONENT_UNKNOWN, HIVE_NOT_FOUND -> {
                LOG.info("announcing={} at={} state=forgotten", part.name(), url);
                yield Phase.LOST;
            }
            case EPOCH_OUTDATED, WORKER_GONE -> {
                LOG.warn("announcing={} state=superseded why=\"{}\"", part.name(), problem.message());
                part.superseded(problem);
                yield Phase.OVER;
            }
            default -> {
                if (lastSaid != problem.code()) {
                    lastSaid = problem.code();
                    LOG.info("announcing={} state=away why=\"{}\"", part.name(), problem.message());
                }
                yield lost();
            }
        };
    }

    private Phase lost() {
        url = null;
        return Phase.LOST;
    }

    /** Says goodbye and ends; blocks for two seconds at most. */
    @Override
    public void close() {
        end.countDown();
        again.release();
        wake.release();
        try {
            if (!thread.join(Duration.ofSeconds(2))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
