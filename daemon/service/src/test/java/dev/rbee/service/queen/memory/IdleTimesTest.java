package dev.rbee.service.queen.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.service.queen.routing.RouteRequest;
import dev.rbee.service.queen.routing.Router;
import dev.rbee.service.queen.workers.Lease;
import dev.rbee.service.queen.workers.WorkerEnds;
import dev.rbee.service.queen.workers.WorkerLimits;
import dev.rbee.service.queen.workers.WorkerRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Idle workers are unloaded in time, busy ones never. */
class IdleTimesTest {
    private static final long SECOND = 1_000_000_000L;
    private final AtomicLong now = new AtomicLong(1_000 * SECOND);
    private final IdleTimes times = new IdleTimes(now::get);
    private final WorkerRegistry registry =
            new WorkerRegistry(() -> Instant.EPOCH, now::get, new Random(1), WorkerLimits.DEFAULT, times);
    private final List<String> ended = new ArrayList<>();
    private final Unloading unloading = new Unloading(registry, times, ends(), now::get);

    private WorkerEnds ends() {
        return new WorkerEnds() {
            @Override
            public void drain(WorkerInfo worker) {
                ended.add(worker.id());
            }

            @Override
            public void stop(WorkerInfo worker) {}
        };
    }

    private void register(String id, WorkerState state) {
        var _ = registry.register(new RegisterWorker(
                id,
                "http://127.0.0.1:9",
                "demo",
                "cpu",
                null,
                "h1",
                1,
                null,
                null,
                state,
                1L,
                null,
                null,
                null,
                null,
                null,
                null));
    }

    private void after(int seconds) {
        now.addAndGet(seconds * SECOND);
        unloading.tick();
    }

    @Test
    void anIdleOneIsUnloadedAfterItsTime() {
        register("w1", WorkerState.LOADING);
        unloading.started("w1", 20);
        after(30);
        assertTrue(registry.updateState("w1", WorkerState.IDLE));
        after(19);
        assertEquals(List.of(), ended);
        after(1);
        assertEquals(List.of("w1"), ended);
        assertEquals(
                WorkerState.DRAINING, registry.lists().get("w1").orElseThrow().state());
        after(30);
        assertEquals(List.of("w1"), ended);
    }

    @Test
    void everyRequestBeginsItsTimeAnew() {
        register("w1", WorkerState.IDLE);
        unloading.started("w1", 20);
        after(15);
        try (Lease lease = lease()) {
            assertEquals("w1", Objects.requireNonNull(lease).workerId());
            after(40);
            assertEquals(List.of(), ended);
        }
        after(19);
        assertEquals(List.of(), ended);
        after(1);
        assertEquals(List.of("w1"), ended);
    }

    private @Nullable Lease lease() {
        return registry.slots()
                .grant((fleet, at) -> Router.decide(fleet, RouteRequest.of("demo"), at, new Random(1)))
                .lease();
    }

    @Test
    void thoseWithoutATimeStay() {
        register("w1", WorkerState.IDLE);
        register("w2", WorkerState.IDLE);
        unloading.started("w2", 0);
        after(80);
        assertEquals(List.of(), ended);
        assertEquals(
                Long.valueOf(1_000 * SECOND),
                Objects.requireNonNull(times.of("w1")).ready());
    }
}
