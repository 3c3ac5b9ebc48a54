package dev.rbee.service.hive.process;

import dev.rbee.contract.workers.SpawnedWorker;
import dev.rbee.contract.workers.WorkerProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the owner of the state is told. {@code run} counts the starts of a worker, so that late news is known as such. */
sealed interface Order {
    /** Start this; the same {@code spawnId} starts once. */
    record Spawn(WorkerPlan plan, @Nullable String spawnId, CompletableFuture<SpawnedWorker> reply) implements Order {}

    /** Stop this one. */
    record Stop(String workerId, Duration drain, CompletableFuture<WorkerProcess> reply) implements Order {}

    /** Stop all, take no more. */
    record StopAll(Duration drain, CompletableFuture<List<WorkerProcess>> reply) implements Order {}

    /** It listens. */
    record Ready(String workerId, int run, int port) implements Order {}

    /** It said why it cannot go on. */
    record Complaint(String workerId, int run, String json) implements Order {}

    /** Its model is loaded. */
    record Loaded(String workerId, int run) implements Order {}

    /** Its process ended. */
    record Ended(String workerId, int run, int exitCode) implements Order {}

    /** Look at the clock. */
    record Look() implements Order {}

    /** End this owner; children that are left are killed. */
    record Close() implements Order {}
}
