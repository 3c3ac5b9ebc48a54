package dev.rbee.service.hive.process;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.workers.SpawnedWorker;
import dev.rbee.contract.workers.WorkerProcess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One worker over all its starts. Touched by the supervisor's thread only. */
final class Child {
    /** No deadline. */
    static final long NEVER = Long.MAX_VALUE;

    final WorkerPlan plan;
    final ChildLog log;
    final List<CompletableFuture<SpawnedWorker>> spawning = new ArrayList<>();
    final List<CompletableFuture<WorkerProcess>> stopping = new ArrayList<>();

    Phase phase = Phase.WAITING;
    int run;

    @Nullable
    Launched launched;

    int port;
    int portTries;
    boolean served;
    Instant startedAt;
    long startedNanos;
    int restarts;
    int crashesInARow;

    @Nullable
    Integer exitCode;

    @Nullable
    String message;

    @Nullable
    Problem complaint;
    /** Asked for again after its end: not to be listed any more. */
    boolean forgotten;
    /** When the owner has to look again, nanoseconds since its start. */
    long due = NEVER;

    Child(WorkerPlan plan, ChildLog log, Instant now) {
        this.plan = plan;
        this.log = log;
        this.startedAt = now;
    }

    String id() {
        return plan.workerId();
    }

    long pid() {
        Launched now = launched;
        return now == null ? 0 : now.process().pid();
    }

    /** Changes the phase and says so in the worker's log. */
    void enter(Phase next, long newDue, @Nullable String why) {
        phase = next;
        due = newDue;
        message = why;
        if (why != null) {
            log.add("hive", why);
        }
    }

    WorkerProcess snapshot(long nanos) {
        Long retry = phase == Phase.WAITING ? Long.valueOf(Math.max(0, (due - nanos) / 1_000_000)) : null;
        Launched now = launched;
        return new WorkerProcess(
                id(),
                plan.model(),
                phase.wire(),
                pid(),
                port,
                exitCode,
                startedAt,
                restarts,
                retry,
                message,
                now == null ? null : now.command(),
                now == null ? null : now.environment());
    }

    /** What the spawn's callers get; run once the snapshot shows it. */
    Runnable spawned() {
        SpawnedWorker answer = new SpawnedWorker(id(), pid(), port);
        return forAll(spawning, f -> f.complete(answer));
    }

    /** The same for a spawn that failed. */
    Runnable notSpawned(RuntimeException why) {
        return forAll(spawning, f -> f.completeExceptionally(why));
    }

    /** The same for those who asked for its end. */
    Runnable stopped(long now) {
        WorkerProcess last = snapshot(now);
        return forAll(stopping, f -> f.complete(last));
    }

    private static <T> Runnable forAll(List<CompletableFuture<T>> waiters, Consumer<CompletableFuture<T>> answer) {
        List<CompletableFuture<T>> all = List.copyOf(waiters);
        waiters.clear();
        return () -> all.forEach(answer);
    }
}
