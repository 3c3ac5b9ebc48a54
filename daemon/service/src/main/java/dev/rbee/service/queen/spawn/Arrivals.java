package dev.rbee.service.queen.spawn;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.service.queen.workers.WorkerChange;
import dev.rbee.service.queen.workers.WorkerListener;
import dev.rbee.service.queen.workers.WorkerLists;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Lets somebody wait until a worker can be used; to be told of all changes of the registry. Thread-safe, never blocks. */
public final class Arrivals implements WorkerListener {
    private final Map<String, CompletableFuture<WorkerInfo>> awaited = new ConcurrentHashMap<>();

    @Override
    public void changed(WorkerChange change) {
        CompletableFuture<WorkerInfo> future = awaited.get(change.id());
        if (future == null) {
            return;
        }
        WorkerInfo now = change.after();
        if (ready(now)) {
            future.completeAsync(() -> now);
        } else if (now == null) {
            ProblemException ended = ProblemException.of(
                    ProblemCode.SPAWN_FAILED,
                    "Worker " + change.id() + " ended before it could be used: " + change.reason() + ".",
                    null);
            future.completeExceptionally(ended);
        }
    }

    /** Completes when that worker is idle or busy, as {@code workers} may say already. Fails when it is removed. */
    CompletableFuture<WorkerInfo> await(String id, WorkerLists workers) {
        CompletableFuture<WorkerInfo> future = awaited.computeIfAbsent(id, i -> new CompletableFuture<>());
        workers.get(id).filter(Arrivals::ready).ifPresent(future::complete);
        return future;
    }

    /** Nobody waits any more. */
    void forget(String id) {
        awaited.remove(id);
    }

    private static boolean ready(@Nullable WorkerInfo worker) {
        return worker != null && (worker.state() == WorkerState.IDLE || worker.state() == WorkerState.BUSY);
    }
}
