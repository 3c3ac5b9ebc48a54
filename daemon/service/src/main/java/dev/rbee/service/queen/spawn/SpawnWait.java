package dev.rbee.service.queen.spawn;

import dev.rbee.client.HiveClient;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.ProcessState;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerProcess;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.queen.workers.WorkerLists;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a spawned worker to be usable, watching its process meanwhile. Blocks. */
final class SpawnWait {
    private static final Logger LOG = LoggerFactory.getLogger(SpawnWait.class);
    private static final int ROUNDS = 600;
    private static final int TAIL = 40;

    private final WorkerLists workers;
    private final Arrivals arrivals;

    SpawnWait(WorkerLists workers, Arrivals arrivals) {
        this.workers = workers;
        this.arrivals = arrivals;
    }

    /** Returns the worker when it is ready. Throws {@link ProblemException} with the tail of its log when it ends before. */
    WorkerInfo until(JobContext job, HiveClient hive, String id) throws InterruptedException {
        job.onCancel(() -> Thread.ofVirtual().start(() -> stop(hive, id)));
        CompletableFuture<WorkerInfo> arrival = arrivals.await(id, workers);
        try {
            for (int second = 0; second < ROUNDS; second++) {
                job.progress(0.3 + 0.6 * second / (second + 20.0), "worker " + id + " is loading its model");
                Optional<WorkerInfo> worker = get(arrival);
                if (worker.isPresent()) {
                    job.progress(1, "worker " + id + " is ready");
                    return worker.get();
                }
                job.checkCancelled();
                checkProcess(hive, id);
            }
        } catch (ExecutionException e) {
            throw failed(
                    hive,
                    id,
                    e.getCause() instanceof ProblemException known
                            ? known.problem().message()
                            : null);
        } finally {
            arrivals.forget(id);
        }
        stop(hive, id);
        throw failed(hive, id, "Worker " + id + " was not ready within " + ROUNDS + " s.");
    }

    private static Optional<WorkerInfo> get(CompletableFuture<WorkerInfo> arrival)
            throws ExecutionException, InterruptedException {
        try {
            return Optional.of(arrival.get(1, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        }
    }

    private static void checkProcess(HiveClient hive, String id) {
        WorkerProcess process = hive.workers().stream()
                .filter(each -> each.workerId().equals(id))
                .findFirst()
                .orElse(null);
        boolean over = process == null
                || process.state() == ProcessState.EXITED
                || process.state() == ProcessState.QUARANTINED;
        if (over) {
            String why = process == null || process.message() == null ? "its process is gone" : process.message();
            throw failed(hive, id, "Worker " + id + " ended before it could be used: " + why + ".");
        }
    }

    private static ProblemException failed(HiveClient hive, String id, @Nullable String why) {
        Problem problem = Problem.of(
                ProblemCode.SPAWN_FAILED,
                why == null ? "Worker " + id + " ended before it could be used." : why,
                "The details hold the end of its log; rbee worker logs " + id + " shows all.");
        return new ProblemException(problem.withDetails(tail(hive, id)));
    }

    private static String tail(HiveClient hive, String id) {
        try {
            String events = hive.remote().text(HiveClient.logsPath(id) + "?follow=false&tail=" + TAIL);
            return LogTail.lines(events);
        } catch (ProblemException e) {
            return "no log: " + e.problem().message();
        }
    }

    static void stop(HiveClient hive, String id) {
        try {
            hive.stopWorker(id);
        } catch (ProblemException e) {
            if (e.problem().code() != ProblemCode.WORKER_NOT_FOUND) {
                LOG.warn("worker={} not stopped: {}", id, e.getMessage());
            }
        }
    }
}
