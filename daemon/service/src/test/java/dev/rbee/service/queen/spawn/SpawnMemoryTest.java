package dev.rbee.service.queen.spawn;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerOptions;
import dev.rbee.contract.workers.WorkerPlacement;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.service.jobs.JobLimits;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.queen.memory.IdleTimes;
import dev.rbee.service.queen.memory.Line;
import dev.rbee.service.queen.memory.MemoryRules;
import dev.rbee.service.queen.memory.Reservations;
import dev.rbee.service.queen.memory.Rooms;
import dev.rbee.service.queen.memory.Unloading;
import dev.rbee.service.queen.routing.ModelNames;
import dev.rbee.service.queen.workers.WorkerEnds;
import dev.rbee.service.queen.workers.WorkerLimits;
import dev.rbee.service.queen.workers.WorkerRegistry;
import dev.rbee.service.settings.DeclaredModel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spawns on a hive whose memory holds one of its models at a time. */
class SpawnMemoryTest {
    private static final long MODEL = 2L << 30;
    private static final long WORKER = 3L << 30;

    private final StandInHive hive = new StandInHive("h1", "a", "b", "c");
    private final Arrivals arrivals = new Arrivals();
    private final IdleTimes idle = new IdleTimes(System::nanoTime);
    private final WorkerRegistry registry = new WorkerRegistry(
            InstantSource.system(), System::nanoTime, new Random(1), WorkerLimits.DEFAULT, arrivals.and(idle));
    private final AtomicInteger ids = new AtomicInteger();
    private final List<WorkerPlacement> placed = new CopyOnWriteArrayList<>();
    private final JobStore jobs =
            new JobStore(InstantSource.system(), () -> "j" + ids.incrementAndGet(), JobLimits.DEFAULT, job -> {});
    private final List<String> unloaded = new CopyOnWriteArrayList<>();
    private volatile boolean wanted = true;

    private Spawns spawns(Duration stay, DeclaredModel... declared) {
        Reservations reservations = new Reservations();
        Declared tables = new Declared(List.of(declared), ModelNames::same);
        return new Spawns(new SpawnParts(
                () -> List.of(hive.info()),
                info -> hive.client(),
                info -> Optional.empty(),
                jobs,
                registry.lists(),
                arrivals,
                tables,
                Needs.BY_SIZE,
                new Rooms(registry.lists(), idle, reservations, tables::keeps),
                reservations,
                new Line(),
                new Unloading(registry, idle, ends(), System::nanoTime),
                Provider.NONE,
                new MemoryRules(true, stay),
                60,
                model -> wanted,
                placed::add,
                InstantSource.system(),
                System::nanoTime));
    }

    private WorkerEnds ends() {
        return new WorkerEnds() {
            @Override
            public void drain(WorkerInfo worker) {
                unloaded.add(worker.id());
            }

            @Override
            public void stop(WorkerInfo worker) {}
        };
    }

    @BeforeEach
    void large() {
        hive.modelBytes = MODEL;
    }

    @AfterEach
    void close() {
        jobs.close();
        hive.close();
    }

    private void ready(String id, String model) {
        var _ = registry.register(new RegisterWorker(
                id,
                "http://127.0.0.1:9",
                model,
                "cpu",
                null,
                "h1",
                1,
                null,
                null,
                WorkerState.IDLE,
                1L,
                null,
                null,
                null,
                null,
                WORKER,
                null));
        hive.ramFree = 1L << 30;
    }

    private void gone(String id) {
        assertTrue(registry.remove(id, "it was told to end"));
        hive.ramFree = 4L << 30;
    }

    @Test
    void anIdleOneMakesRoom() throws Exception {
        Spawns spawns = spawns(Duration.ZERO);
        ready("w1", "a");
        CompletableFuture<String> b = spawns.ensure("b", null).orElseThrow();
        await().until(() -> unloaded.equals(List.of("w1")));
        assertEquals(0, hive.spawns.get());
        gone("w1");
        await().until(() -> hive.spawns.get() == 1);
        ready("b-1", "b");
        assertEquals("b-1", b.get(10, TimeUnit.SECONDS));
    }

    @Test
    void twoAtATimeAreNotPromisedTheSameMemory() {
        Spawns spawns = spawns(Duration.ofMinutes(10));
        var _ = spawns.ensure("a", null).orElseThrow();
        await().until(() -> hive.spawns.get() == 1);
        var _ = spawns.ensure("b", null).orElseThrow();
        await().until(() -> spawns.doing("b", null)
                .filter(doing -> doing.words().contains("no memory"))
                .isPresent());
        assertEquals(1, hive.spawns.get());
    }

    @Test
    void oneThatNobodyWaitsForAnyMoreIsGivenUp() {
        Spawns spawns = spawns(Duration.ofMinutes(10));
        ready("w1", "a");
        wanted = false;
        var _ = spawns.ensure("b", null).orElseThrow();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jobs.list().getFirst().state() != JobState.RUNNING);
        assertEquals(0, hive.spawns.get());
        assertTrue(unloaded.isEmpty());
    }

    @Test
    void whatIsToBeKeptStaysAndTheHiveJudges() {
        Spawns spawns = spawns(Duration.ZERO, new DeclaredModel("A", null, 2048, 3, true, WorkerOptions.NONE));
        ready("w1", "a");
        var _ = spawns.ensure("b", null).orElseThrow();
        await().until(() -> hive.spawns.get() == 1);
        assertTrue(unloaded.isEmpty());
    }

    @Test
    void tablesSayHowAModelRunsWhereTheRequestDoesNot() {
        WorkerOptions options = new WorkerOptions("embedded", null, "q8_0", null, null, null, 77, null);
        Spawns spawns = spawns(Duration.ZERO, new DeclaredModel("a", null, 2048, 3, false, options));
        var _ = spawns.ensure("A.gguf", null).orElseThrow();
        await().until(() -> hive.orders.size() == 1);
        SpawnWorker order = hive.orders.getFirst();
        assertEquals(2048, order.ctx());
        assertEquals(3, order.slots());
        WorkerOptions sent = order.options();
        assertNotNull(sent);
        assertEquals("q8_0", sent.kvType());
        assertEquals(77, sent.idleS());
        var _ = spawns.spawn(new SpawnWorker("a", null, null, null, 512, null, null, null));
        await().until(() -> hive.orders.size() == 2);
        assertEquals(512, hive.orders.get(1).ctx());
        assertEquals(3, hive.orders.get(1).slots());
    }

    @Test
    void workersOfPeopleAreNotUnloadedWhenIdleThoseOfRequestsAre() {
        Spawns spawns = spawns(Duration.ZERO);
        var _ = spawns.ensure("a", null).orElseThrow();
        await().until(() -> hive.orders.size() == 1);
        var _ = spawns.spawn(new SpawnWorker("b", null, null, null, null, null, null, null));
        await().until(() -> hive.orders.size() == 2);
        assertEquals(
                List.of(60, 0),
                hive.orders.stream()
                        .map(order -> order.options())
                        .map(options -> options == null ? null : options.idleS())
                        .toList());
    }
}
