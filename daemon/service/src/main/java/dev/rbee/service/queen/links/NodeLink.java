package dev.rbee.service.queen.links;

import dev.rbee.client.ssh.TunnelledShell;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.hive.process.RestartPolicy;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.jobs.PartOfJob;
import dev.rbee.service.queen.nodes.NodePlan;
import dev.rbee.service.queen.nodes.Provisioning.RunningNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One machine: its connection, kept up as long as its hive is wanted. Whoever holds the lock does one thing there at a time; what it does by
 * itself gives way to what somebody asks for. Hive and workers there live on when the connection, or the queen, ends. Thread-safe.
 */
final class NodeLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeLink.class);
    private static final long CHECK_MS = 5_000;
    private static final long FOR_EVER_MS = Duration.ofDays(1).toMillis();
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration CALM = Duration.ofSeconds(60);

    private final String name;
    private final LinkParts parts;
    private final Semaphore attempts;
    private final Connection connection;
    private final Introduction introduction;
    private final LinkWork work;
    private final LinkReport report;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Semaphore wake = new Semaphore(0);
    private final AtomicReference<@Nullable Background> background = new AtomicReference<>();
    private final Thread keeper;
    private volatile boolean closed;
    private volatile boolean nudged;
    private volatile LinkState state = LinkState.DOWN;
    private @Nullable RunningNode hive;
    private boolean wanted;
    private int failures;
    private long due;
    private long upSince;

    /** @param attempts how many links may try by themselves at once */
    NodeLink(String name, LinkParts parts, Semaphore attempts) {
        this.name = name;
        this.parts = parts;
        this.attempts = attempts;
        Tunnels tunnels = new Tunnels(name);
        this.connection = new Connection(parts, name, tunnels, wake::release);
        this.introduction = new Introduction(parts, tunnels);
        this.work = new LinkWork(parts, name, introduction);
        this.report = new LinkReport(parts, name);
        this.keeper = Thread.ofVirtual().name("link-" + name).unstarted(this::keep);
    }

    /** Begins; where {@code up}, its hive is wanted from now on. Returns at once. */
    NodeLink start(boolean up) {
        lock.lock();
        try {
            wanted = up;
        } finally {
            lock.unlock();
        }
        keeper.start();
        return this;
    }

    LinkState state() {
        return state;
    }

    /** A connection that was made before the link was; it belongs to the link from now on. */
    void adopt(TunnelledShell made) {
        lock.lock();
        try {
            connection.over(made);
        } finally {
            lock.unlock();
        }
    }

    /** Wants its hive and returns when that beats. Throws what stands in the way; the link goes on trying where that helps. */
    void up(JobContext job) throws InterruptedException {
        asked(job, () -> {
            want(true);
            bringUp(job, false);
            return true;
        });
    }

    /** Installs this queen's version and returns when its hive beats; where it does not come up, the old one runs again and this throws. */
    void upgrade(JobContext job) throws InterruptedException {
        asked(job, () -> {
            want(true);
            work.forgiveNewer();
            bringUp(job, true);
            return true;
        });
    }

    /** Stops its hive and lets go of the machine. */
    void stop(JobContext job, Duration grace) throws InterruptedException {
        asked(job, () -> {
            want(false);
            TunnelledShell there = connection.made(job);
            job.progress(0.3, "Stopping the hive");
            parts.machines().provisioning().stop(there, plan(), grace);
            let(LinkState.DOWN);
            return true;
        });
    }

    /** Takes away everything that was put there; returns what is left. */
    List<String> remove(JobContext job) throws InterruptedException {
        return asked(job, () -> {
            TunnelledShell there = connection.made(job);
            List<String> left = parts.machines().provisioning().remove(there, plan(), new PartOfJob(job, 0.1, 1));
            wanted = false;
            let(LinkState.DOWN);
            return left;
        });
    }

    /** The last lines of its hive's log. */
    List<String> log(int lines) throws InterruptedException {
        TunnelledShell now = connection.now();
        if (now != null) {
            return parts.machines().provisioning().log(now, plan(), lines);
        }
        try (TunnelledShell once = connection.login()) {
            return parts.machines().provisioning().log(once, plan(), lines);
        }
    }

    /** This machine was asleep, or something else may have changed for the better: looks, and tries again at once. Never blocks. */
    void nudge() {
        nudged = true;
        wake.release();
    }

    private interface Asked<T> {
        T run() throws InterruptedException;
    }

    private <T> T asked(JobContext job, Asked<T> what) throws InterruptedException {
        Background own = background.get();
        if (own != null) {
            own.giveWay();
        }
        lock.lockInterruptibly();
        try {
            if (closed) {
                throw LinkParts.unknown(name);
            }
            job.checkCancelled();
            T result = what.run();
            report.well();
            return result;
        } catch (ProblemException e) {
            failed(e.problem(), true);
            throw e;
        } catch (InterruptedException e) {
            failed(Problem.of(ProblemCode.CANCELLED, "It was cancelled.", null), true);
            throw e;
        } finally {
            lock.unlock();
            wake.release();
        }
    }

    private void want(boolean running) {
        wanted = running;
        failures = 0;
        parts.notes().wanted(name, running ? "running" : "stopped");
    }

    private void bringUp(JobContext job, boolean newest) throws InterruptedException {
        state = LinkState.CONNECTING;
        TunnelledShell there = connection.made(job);
        hive = work.up(there, connection.gateway(), job, newest);
        state = LinkState.UP;
        upSince = parts.nanos().getAsLong();
    }

    private NodePlan plan() {
        return parts.plan(parts.node(name));
    }

    private void keep() {
        try {
            while (!closed) {
                pause(turn());
            }
        } finally {
            LOG.debug("node={} link ends", name);
        }
    }

    private void pause(long millis) {
        try {
            var _ = wake.tryAcquire(millis, TimeUnit.MILLISECONDS);
            wake.drainPermits();
        } catch (InterruptedException e) {
            LOG.trace("node={} a late call to give way", name); // whoever asked has the lock, or had it
        }
    }

    /** Does what is due; milliseconds until the next look. */
    private long turn() {
        lock.lock();
        Background own = new Background(name);
        try {
            if (connection.broken()) {
                lost();
            }
            boolean first = nudged;
            nudged = false;
            if (first) {
                failures = 0;
                due = parts.nanos().getAsLong();
                state = state == LinkState.STUCK ? LinkState.WAITING : state;
            }
            if (!wanted || state == LinkState.STUCK || closed) {
                return FOR_EVER_MS;
            }
            RunningNode known = hive;
            if (state == LinkState.UP && known != null && introduction.answers(known, name)) {
                if (parts.nanos().getAsLong() - upSince > CALM.toNanos()) {
                    failures = 0;
                }
                return CHECK_MS;
            }
            if (first) {
                forget(); // the other side has given it up long ago
            }
            long left = due - parts.nanos().getAsLong();
            if (state != LinkState.UP && left > 0) {
                return left / 1_000_000 + 1;
            }
            background.set(own);
            return attempt(own);
        } finally {
            background.set(null);
            lock.unlock();
            var _ = Thread.interrupted(); // somebody asked for something, and it is their turn now
        }
    }

    private long attempt(Background own) {
        boolean permitted = false;
        try {
            attempts.acquire();
            permitted = true;
            own.checkCancelled();
            report.trying(parts.node(name));
            bringUp(own, false);
            report.well();
            return CHECK_MS;
        } catch (ProblemException e) {
            failed(e.problem(), false);
        } catch (InterruptedException e) {
            LOG.debug("node={} gives way", name);
        } catch (RuntimeException e) { // the link must live on, whatever it met
            LOG.error("node={} link failed", name, e);
            failed(Problem.of(ProblemCode.INTERNAL_ERROR, "The connection failed: " + e + ".", null), false);
        } finally {
            if (permitted) {
                attempts.release();
            }
        }
        return Math.max(1, (due - parts.nanos().getAsLong()) / 1_000_000);
    }

    private void lost() {
        forget();
        if (wanted && state == LinkState.UP) {
            state = LinkState.WAITING;
            due = parts.nanos().getAsLong() + FIRST_WAIT.toNanos();
            report.lost(parts.node(name));
        }
    }

    private void failed(Problem why, boolean asked) {
        if (closed) {
            return;
        }
        if (why.code() == ProblemCode.CANCELLED) {
            if (asked && wanted) {
                want(false);
                let(LinkState.DOWN);
                report.cancelled();
            }
            return;
        }
        if (!wanted) {
            state = LinkState.DOWN;
            return;
        }
        Duration wait = RestartPolicy.STANDARD.delay(++failures);
        due = parts.nanos().getAsLong() + wait.toNanos();
        switch (Retry.after(why.code())) {
            case BY_ITSELF -> {
                state = LinkState.WAITING;
                report.failed(why, wait, asked);
            }
            case WHEN_TOLD -> {
                state = LinkState.STUCK;
                report.stuck(why);
            }
        }
    }

    private void forget() {
        connection.letGo();
        hive = null;
    }

    private void let(LinkState next) {
        forget();
        state = next;
    }

    /** Lets go of the machine; its hive and workers run on. */
    @Override
    public void close() {
        closed = true;
        Background own = background.get();
        if (own != null) {
            own.giveWay();
        }
        connection.cut(); // ends whatever waits for the machine
        wake.release();
        lock.lock();
        try {
            let(LinkState.DOWN);
            connection.close();
        } finally {
            lock.unlock();
        }
    }
}
