package dev.rbee.service.queen.spawn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.service.queen.workers.WorkerLimits;
import dev.rbee.service.queen.workers.WorkerRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CautiousSpawnerTest {
    private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);
    private final AtomicReference<Set<String>> held = new AtomicReference<>(Set.of());
    private final List<String> asked = new ArrayList<>();
    private final WorkerRegistry workers = new WorkerRegistry(
            () -> Instant.EPOCH.plusNanos(nanos.get()), nanos::get, new Random(1), WorkerLimits.DEFAULT, _ -> {});
    private final CautiousSpawner spawner = new CautiousSpawner(
            (model, node) -> {
                asked.add(model + "@" + node);
                return Optional.of(CompletableFuture.completedFuture("w-new"));
            },
            workers.lists(),
            held::get);

    @BeforeEach
    void worker() {
        workers.keep(held::get);
        workers.register(new RegisterWorker(
                "w1",
                "http://127.0.0.1:8081",
                "demo",
                "cpu",
                null,
                "gpu",
                1,
                null,
                null,
                null,
                42L,
                null,
                null,
                null,
                null,
                null,
                null));
    }

    @Test
    void nothingIsStartedForWorkersThatAreHeld() {
        held.set(Set.of("gpu"));
        CompletableFuture<String> wait = spawner.ensure("demo", null).orElseThrow();
        assertTrue(spawner.ensure("demo", "gpu").isPresent());
        assertEquals(List.of(), asked);
        spawner.tick();
        assertFalse(wait.isDone());
        held.set(Set.of());
        spawner.tick();
        assertTrue(wait.isDone());
        assertEquals("w-new", spawner.ensure("demo", null).orElseThrow().join());
        assertEquals(List.of("demo@null"), asked);
    }

    @Test
    void otherModelsAndOtherHivesGoOn() {
        held.set(Set.of("gpu"));
        var _ = spawner.ensure("other", null);
        var _ = spawner.ensure("demo", "here");
        assertEquals(List.of("other@null", "demo@here"), asked);
    }

    @Test
    void whoAsksWhileTheHoldEndsIsAnsweredByTheNextTick() {
        held.set(Set.of("gpu"));
        CompletableFuture<String> one = spawner.ensure("demo", null).orElseThrow();
        held.set(Set.of());
        spawner.tick();
        held.set(Set.of("gpu"));
        CompletableFuture<String> two = spawner.ensure("demo", null).orElseThrow();
        assertTrue(one.isDone());
        assertFalse(two.isDone());
        held.set(Set.of());
        spawner.tick();
        assertTrue(two.isDone());
    }

    @Test
    void workersThatAreHeldAreOfflineButStay() {
        held.set(Set.of("gpu"));
        pass(400);
        assertEquals(
                WorkerState.OFFLINE, workers.lists().get("w1").orElseThrow().state());
        held.set(Set.of());
        pass(1);
        assertTrue(workers.lists().get("w1").isEmpty());
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            workers.tick();
        }
    }
}
