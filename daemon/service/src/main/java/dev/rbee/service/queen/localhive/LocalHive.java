package dev.rbee.service.queen.localhive;

import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.hive.process.RestartPolicy;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.queen.hives.HiveControl;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this machine's hive running for a queen: takes the one that runs already, else starts one, and starts it again
 * with growing waits when it ends by itself. Its process lives on when the queen dies (unless it was started to end with
 * its parent); the next queen takes it over. Thread-safe.
 */
public final class LocalHive implements HiveControl, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalHive.class);
    private static final Duration CALM = Duration.ofSeconds(60);
    private static final long LOOK_MS = 20;

    private final LocalHiveParts parts;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** Written before the lock is taken, so that a start that waits sees it at once. */
    private volatile boolean wanted;

    private volatile boolean closed;
    private @Nullable RunningHive running;
    private long upSince;
    private int failures;

    /** Makes it; nothing runs before {@link #startSoon} or {@link #start}. */
    public LocalHive(LocalHiveParts parts) {
        this.parts = parts;
    }

    @Override
    public String hiveId() {
        return parts.hiveId();
    }

    /** Where it serves; empty while it does not. */
    public Optional<String> url() {
        lock.lock();
        try {
            return Optional.ofNullable(running).map(RunningHive::url);
        } finally {
            lock.unlock();
        }
    }

    /** Wants it and keeps it running from now on, in the background; what goes wrong is told to the listener. */
    public void startSoon() {
        Thread.ofVirtual().name("local-hive-start").start(() -> {
            try {
                lock.lockInterruptibly();
                try {
                    wanted = true;
                    keepTrying();
                } finally {
                    lock.unlock();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void start(JobContext job) throws InterruptedException {
        job.progress(0.2, "Starting the hive of this machine");
        ensure();
    }

    @Override
    public void stop(JobContext job, Duration grace) throws InterruptedException {
        job.progress(0.2, "Stopping the hive of this machine");
        stop(grace);
    }

    /** {@link #stop(JobContext, Duration)} without a job. */
    public void stop(Duration grace) throws InterruptedException {
        wanted = false;
        lock.lockInterruptibly();
        try {
            changed.signalAll();
            RunningHive now = running == null ? RunningHive.find(parts).orElse(null) : running;
            running = null;
            if (now != null) {
                now.stop(parts, grace);
            }
            parts.listener().state(HiveState.STOPPED, "stopped on request");
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of it: it runs on (unless it ends with its parent), nobody restarts it. */
    @Override
    public void close() {
        wanted = false;
        closed = true;
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void ensure() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (closed) {
                return;
            }
            wanted = true;
            RunningHive now = running;
            if (now == null || !now.process().isAlive()) {
                parts.listener().state(HiveState.STARTING, "being started");
                RunningHive up = up();
                running = up;
                upSince = parts.nanos().getAsLong();
                watch(up);
            }
        } finally {
            lock.unlock();
        }
    }

    private RunningHive up() throws InterruptedException {
        Optional<RunningHive> met = RunningHive.find(parts);
        if (met.isPresent() && met.get().fits(parts)) {
            LOG.info(
                    "hive={} pid={} url={} runs already",
                    hiveId(),
                    met.get().process().pid(),
                    met.get().url());
            return met.get();
        }
        if (met.isPresent()) {
            LOG.info(
                    "hive={} pid={} is of another version or name, stopping it",
                    hiveId(),
                    met.get().process().pid());
            met.get().stop(parts, Duration.ofSeconds(5));
        }
        Process process = null;
        boolean serves = false;
        try {
            process = HiveCommand.start(parts);
            RunningHive started = awaitReady(process);
            serves = true;
            return started;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.HIVE_OFFLINE,
                            "The hive cannot be started: " + e.getMessage() + ".",
                            "Is Java at " + parts.installation().javaExe() + "?"),
                    e);
        } finally {
            if (!serves && process != null) {
                process.destroyForcibly(); // also when interrupted: nobody else knows it yet
            }
        }
    }

    private RunningHive awaitReady(Process process) throws InterruptedException {
        long deadline = parts.nanos().getAsLong() + parts.patience().toNanos();
        while (wanted && process.isAlive() && parts.nanos().getAsLong() - deadline < 0) {
            Optional<RunningHive> up =
                    RunningHive.find(parts).filter(h -> h.process().pid() == process.pid());
            if (up.isPresent()) {
                LOG.info(
                        "hive={} pid={} url={} started",
                        hiveId(),
                        process.pid(),
                        up.get().url());
                return up.get();
            }
            Thread.sleep(LOOK_MS);
        }
        String why = !wanted
                ? "was stopped while it started"
                : process.isAlive()
                        ? "did not serve within " + parts.patience().toSeconds() + " s"
                        : "ended at once with exit code " + process.exitValue();
        process.destroyForcibly();
        throw new ProblemException(Problem.of(
                        ProblemCode.HIVE_OFFLINE,
                        "The hive of this machine " + why + ".",
                        "Its log is " + HiveCommand.log(parts) + ".")
                .withDetails(HiveCommand.tail(parts, 20)));
    }

    private void watch(RunningHive up) {
        Thread.ofVirtual().name("local-hive-watch").start(() -> {
            var _ = up.process().onExit().join();
            try {
                again(up);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Its process ended: again, until it runs or is no longer wanted. */
    private void again(RunningHive gone) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!gone.equals(running) || !wanted) {
                return;
            }
            running = null;
            if (parts.nanos().getAsLong() - upSince > CALM.toNanos()) {
                failures = 0;
            }
            backOff("its process ended");
            keepTrying();
        } finally {
            lock.unlock();
        }
    }

    private void keepTrying() throws InterruptedException {
        while (wanted && running == null) {
            try {
                ensure();
            } catch (ProblemException e) {
                failed(e.problem());
                backOff("it did not start");
            }
        }
    }

    private void backOff(String what) throws InterruptedException {
        Duration wait = RestartPolicy.STANDARD.delay(++failures);
        String message = what + "; starting it again in " + wait.toSeconds() + " s";
        LOG.warn("hive={} {}", hiveId(), message);
        parts.listener().state(HiveState.OFFLINE, message);
        long left = wait.toNanos();
        while (wanted && running == null && left > 0) {
            left = changed.awaitNanos(left);
        }
    }

    private void failed(Problem problem) {
        LOG.warn("hive={} {}", hiveId(), problem.message());
        parts.listener().state(HiveState.ERROR, problem.message());
    }
}
