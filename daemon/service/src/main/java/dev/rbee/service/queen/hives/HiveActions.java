package dev.rbee.service.queen.hives;

import dev.rbee.contract.events.FleetProblem;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.jobs.PartOfJob;
import dev.rbee.service.queen.events.FleetFeed;
import dev.rbee.service.queen.workers.WorkerRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** What can be done to a hive; each is the work of a job, one at a time per hive. Thread-safe; blocks. */
public final class HiveActions {
    private static final long READY_MS = 20_000;
    private static final long LOOK_MS = 250;

    private final HiveRegistry hives;
    private final HiveControls controls;
    private final HiveDoor door;
    private final WorkerRegistry workers;
    private final FleetFeed feed;
    private final InstantSource clock;
    private final Duration drain;
    private final Consumer<String> greet;
    private final Map<String, ReentrantLock> busy = new ConcurrentHashMap<>();

    /**
     * Over those parts.
     *
     * @param drain how long a hive's running answers may go on before it stops
     * @param greet asks a hive that has just been started, or met, what it is; may fail
     */
    public HiveActions(
            HiveRegistry hives,
            HiveControls controls,
            HiveDoor door,
            WorkerRegistry workers,
            FleetFeed feed,
            InstantSource clock,
            Duration drain,
            Consumer<String> greet) {
        this.hives = hives;
        this.controls = controls;
        this.door = door;
        this.workers = workers;
        this.feed = feed;
        this.clock = clock;
        this.drain = drain;
        this.greet = greet;
    }

    /** Starts it and returns when it has registered. */
    public HiveInfo start(String id, JobContext job) throws InterruptedException {
        return alone(id, () -> {
            HiveControl control = control(id);
            if (hives.get(id).online() && door.answers(hives.get(id))) {
                return hives.get(id);
            }
            hives.state(id, HiveState.STARTING, null);
            job.progress(0.1, "Starting hive " + id);
            try {
                control.start(job);
                job.progress(0.7, "Waiting for its first heartbeat");
                greet.accept(id);
                if (!hives.await(id, HiveActions::beats, READY_MS)) {
                    throw ProblemException.of(
                            ProblemCode.TIMEOUT,
                            "Hive " + id + " runs, but has not registered within " + READY_MS / 1000 + " s.",
                            "Its log says more: rbee logs --hive.");
                }
                return hives.get(id);
            } catch (ProblemException e) {
                hives.state(id, HiveState.ERROR, e.problem().message());
                feed.problem(new FleetProblem(
                        "hive:" + id, e.problem().message(), e.problem().hint(), clock.instant(), id));
                throw e;
            }
        });
    }

    /** Stops it, its workers first, and returns when it has ended. */
    public HiveInfo stop(String id, JobContext job) throws InterruptedException {
        return alone(id, () -> {
            HiveInfo hive = hives.get(id);
            job.progress(0.1, "Stopping hive " + id);
            var control = controls.find(id);
            if (control.isPresent()) {
                control.get().stop(job, drain);
            } else {
                door.of(hive).shutdown();
                awaitEnd(hive, job);
            }
            ownWorkers(id).forEach(worker -> workers.remove(worker.id(), "hive " + id + " was stopped"));
            hives.state(id, HiveState.STOPPED, "stopped on request");
            feed.problemGone("hive:" + id);
            return hives.get(id);
        });
    }

    /** Stops it and starts it again; returns when it has registered. */
    public HiveInfo restart(String id, JobContext job) throws InterruptedException {
        return alone(id, () -> {
            var _ = control(id);
            var _ = stop(id, new PartOfJob(job, 0, 0.4));
            return start(id, new PartOfJob(job, 0.4, 1));
        });
    }

    /** Puts the queen's version onto its machine and returns when it has registered from there. */
    public HiveInfo upgrade(String id, JobContext job) throws InterruptedException {
        return alone(id, () -> {
            control(id).upgrade(job);
            return hives.get(id);
        });
    }

    private HiveControl control(String id) {
        return controls.find(id)
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.UNSUPPORTED_PARAMETER,
                        "Hive " + id + " runs on its own; this queen cannot start it.",
                        "Start it on its machine: rbee hive."));
    }

    /**
     * Gives it nothing new and returns when nothing runs there any more, or when somebody resumed, stopped or started it meanwhile; it goes on
     * draining until {@link #resume}.
     */
    public HiveInfo drain(String id, JobContext job) throws InterruptedException {
        var _ = alone(id, () -> {
            HiveInfo hive = hives.get(id);
            var client = door.of(hive);
            hives.state(id, HiveState.DRAINING, "drained on request");
            client.remote().post("/v1/drain", null);
            ownWorkers(id).forEach(worker -> workers.drain(worker.id()));
            return hive;
        });
        int first = running(id);
        for (int now = first; now > 0 && hives.get(id).status() == HiveState.DRAINING; now = running(id)) {
            job.progress(
                    1.0 - (double) now / Math.max(now, first),
                    now == 1 ? "1 answer still runs" : now + " answers still run");
            job.checkCancelled();
            Thread.sleep(LOOK_MS);
        }
        return hives.get(id);
    }

    /** Takes work again. */
    public HiveInfo resume(String id) throws InterruptedException {
        return alone(id, () -> {
            HiveInfo hive = hives.get(id);
            door.of(hive).remote().post("/v1/resume", null);
            if (hives.resume(id)) {
                ownWorkers(id).stream()
                        .filter(worker -> worker.state() == WorkerState.DRAINING)
                        .forEach(worker -> workers.updateState(worker.id(), WorkerState.IDLE));
            }
            return hives.get(id);
        });
    }

    private static boolean beats(HiveState state) {
        return switch (state) {
            case ONLINE, DEGRADED, DRAINING -> true;
            case UNKNOWN, STARTING, SUSPECT, OFFLINE, STOPPED, ERROR -> false;
        };
    }

    private void awaitEnd(HiveInfo hive, JobContext job) throws InterruptedException {
        long looks = drain.plusSeconds(10).toMillis() / LOOK_MS;
        for (long i = 0; i < looks; i++) {
            if (!door.answers(hive)) {
                return;
            }
            job.checkCancelled();
            Thread.sleep(LOOK_MS);
        }
        throw ProblemException.of(
                ProblemCode.TIMEOUT, "Hive " + hive.id() + " still runs.", "End its process on its machine.");
    }

    private List<WorkerInfo> ownWorkers(String hive) {
        return workers.lists().list().stream()
                .filter(worker -> worker.nodeName().equals(hive))
                .toList();
    }

    private int running(String hive) {
        return ownWorkers(hive).stream()
                .filter(WorkerInfo::online)
                .mapToInt(WorkerInfo::busy)
                .sum();
    }

    private HiveInfo alone(String id, Work work) throws InterruptedException {
        var _ = hives.get(id);
        ReentrantLock lock = busy.computeIfAbsent(id, _ -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }

    private interface Work {
        HiveInfo run() throws InterruptedException;
    }
}
