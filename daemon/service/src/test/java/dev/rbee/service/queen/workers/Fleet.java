package dev.rbee.service.queen.workers;

import dev.rbee.contract.workers.Device;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.contract.workers.WorkerHeart;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.contract.workers.WorkerStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A registry with a clock that stands still until told. */
final class Fleet {
    long nanos = 5_000_000_000_000L;
    final List<WorkerChange> changes = new ArrayList<>();
    final WorkerRegistry registry;

    Fleet() {
        this(WorkerLimits.DEFAULT);
    }

    Fleet(WorkerLimits limits) {
        registry = new WorkerRegistry(
                () -> Instant.ofEpochSecond(0, nanos), () -> nanos, new Random(1), limits, changes::add);
    }

    void pass(Duration time) {
        nanos += time.toNanos();
    }

    long register(String id, String model, String node, int slots) {
        return registry.register(body(id, model, node, slots, null)).epoch();
    }

    static RegisterWorker body(String id, String model, String node, int slots, @Nullable Long epoch) {
        return new RegisterWorker(
                id,
                "http://127.0.0.1:8081/",
                model,
                "cpu",
                new Device("0"),
                node,
                slots,
                null,
                epoch,
                WorkerState.IDLE,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static WorkerHeart seedHeart(String id, String model, WorkerStatus status) {
        return new WorkerHeart(
                id,
                model,
                new Device("GPU-0"),
                9301,
                status,
                "llm-worker-rbee",
                "0.1.0",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static WorkerHeart heart(String id, long epoch, long seq, WorkerStatus status, @Nullable Integer busy) {
        return new WorkerHeart(
                id, null, null, 9301, status, null, null, epoch, seq, null, null, null, null, busy, null, null, null,
                null, null, null, null);
    }
}
