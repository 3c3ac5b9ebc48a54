package dev.rbee.service.queen.spawn;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.ProcessState;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.contract.workers.SpawnWorker;
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
import dev.rbee.service.queen.workers.WorkerEnds;
import dev.rbee.service.queen.workers.WorkerLimits;
import dev.rbee.service.queen.workers.WorkerRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Spawning through a hive that answers over real HTTP. */
class SpawnsTest {
    private final StandInHive hive = new StandInHive("h1", "demo");
    private final Arrivals arrivals = new Arrivals();
    private final IdleTimes idle = new IdleTimes(System::nanoTime);
    private final WorkerRegistry registry = new WorkerRegistry(
            InstantSource.system(), System::nanoTime, new Random(1), WorkerLimits.DEFAULT, arrivals.and(idle));
    private final AtomicInteger ids = new AtomicInteger();
    private final List<WorkerPlacement> placed = new CopyOnWriteArrayList<>();
    private final JobStore jobs =
            new JobStore(InstantSource.system(), () -> "j" + ids.incrementAndGet(), JobLimits.DEFAULT, job -> {});
    private List<HiveInfo> hives = List.of(hive.info());
    private final Spawns spawns = spawns(new MemoryRules(true, Duration.ZERO));

    private Spawns spawns(MemoryRules rules) {
        Reservations reservations = new Reservations();
        return new Spawns(new SpawnParts(
                () -> hives,
                info -> hive.client(),
                info -> Optional.empty(),
                jobs,
                registry.lists(),
                arrivals,
                Declared.none(),
                Needs.BY_SIZE,
                new Rooms(registry.lists(), idle, reservations, model -> false),
                reservations,
                new Line(),
                new Unloading(registry, idle, WorkerEnds.NONE, System::nanoTime),
                Provider.NONE,
                rules,
                60,
                model -> true,
                placed::add,
                InstantSource.system(),
                System::nanoTime));
    }

    @AfterEach
    void close() {
        jobs.close();
        hive.close();
    }

    private static SpawnWorker request(String model, @Nullable String on) {
        return new SpawnWorker(model, on, null, null, 512, 2, null, null);
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

    private JobInfo ended(JobInfo job) {
        await().until(() -> jobs.get(job.jobId()).state() != JobState.RUNNING);
        return jobs.get(job.jobId());
    }

    @Test
    void isDoneWhenTheWorkerItselfIsReady() {
        JobInfo job = spawns.spawn(request("demo", null));
        await().until(() -> hive.spawns.get() == 1);
        register("demo-1", WorkerState.LOADING);
        assertEquals(JobState.RUNNING, jobs.get(job.jobId()).state());
        assertTrue(registry.updateState("demo-1", WorkerState.IDLE));
        JobInfo done = ended(job);
        assertEquals(JobState.DONE, done.state());
        assertNotNull(done.result());
        assertEquals("demo-1", done.result().path("worker_id").asText());
        WorkerPlacement why = placed.getFirst();
        assertEquals("demo-1", why.workerId());
        assertEquals("hand", why.by());
        assertEquals("h1", why.hive());
        assertEquals("It has the model's file and has room for it; no other hive came into question.", why.reason());
        assertNotNull(why.needsBytes());
        assertEquals(List.of(), why.others());
    }

    @Test
    void whyItIsThereIsKept() throws Exception {
        JobInfo named = spawns.spawn(request("demo", "h1"));
        await().until(() -> hive.spawns.get() == 1);
        register("demo-1", WorkerState.IDLE);
        assertEquals(JobState.DONE, ended(named).state());
        assertEquals("This hive was asked for.", placed.getFirst().reason());

        hive.processes.clear();
        CompletableFuture<String> waited = spawns.ensure("demo", null).orElseThrow();
        await().until(() -> hive.spawns.get() == 2);
        register("demo-2", WorkerState.IDLE);
        assertEquals("demo-2", waited.get(10, TimeUnit.SECONDS));
        assertEquals("requests", placed.getLast().by());
        assertEquals(2, placed.size());
    }

    @Test
    void aWorkerThatEndsWhileItLoadsIsExplainedByItsLog() {
        JobInfo job = spawns.spawn(request("demo", "h1"));
        await().until(() -> hive.spawns.get() == 1);
        register("demo-1", WorkerState.LOADING);
        assertTrue(registry.remove("demo-1", "exit code 134"));
        Problem error = ended(job).error();
        assertNotNull(error);
        assertEquals(ProblemCode.SPAWN_FAILED, error.code());
        assertTrue(error.message().contains("exit code 134"), error.message());
        assertEquals("out of memory in tensor 5", error.details());
    }

    @Test
    void aProcessThatTheHiveGaveUpIsNoticedWithoutNews() {
        JobInfo job = spawns.spawn(request("demo", null));
        await().until(() -> hive.spawns.get() == 1);
        hive.put("demo-1", "demo", ProcessState.QUARANTINED, "crashed five times");
        Problem error = ended(job).error();
        assertNotNull(error);
        assertTrue(error.message().contains("crashed five times"), error.message());
    }

    @Test
    void aCancelledSpawnStopsItsWorker() {
        JobInfo job = spawns.spawn(request("demo", null));
        await().until(() -> hive.spawns.get() == 1);
        var _ = jobs.cancel(job.jobId());
        assertEquals(JobState.CANCELLED, ended(job).state());
        await().until(() -> hive.stopped.stream().anyMatch(each -> each.startsWith("demo-1")));
    }

    @Test
    void whoeverNeedsTheModelWaitsForTheSameWorker() throws Exception {
        CompletableFuture<String> first = spawns.ensure("demo", null).orElseThrow();
        CompletableFuture<String> second = spawns.ensure("Demo", null).orElseThrow();
        assertSame(first, second);
        await().until(() -> hive.spawns.get() == 1);
        register("demo-1", WorkerState.IDLE);
        assertEquals("demo-1", first.get(10, TimeUnit.SECONDS));
        assertTrue(spawns.ensure("other", null).isEmpty());
        CompletableFuture<String> unknown = spawns.ensure("demo", "h9").orElseThrow();
        ExecutionException failure = assertThrows(ExecutionException.class, () -> unknown.get(10, TimeUnit.SECONDS));
        assertTrue(String.valueOf(failure.getMessage()).contains("hive_not_found"));
    }

    @Test
    void aWorkerThatIsOnItsWayIsWaitedFor() throws Exception {
        hive.put("demo-7", "demo", ProcessState.RUNNING, null);
        CompletableFuture<String> coming = spawns.ensure("demo", null).orElseThrow();
        register("demo-7", WorkerState.IDLE);
        assertEquals("demo-7", coming.get(10, TimeUnit.SECONDS));
        assertEquals(0, hive.spawns.get());
    }

    @Test
    void whatIsKnownToBeWrongIsRefusedAtOnce() {
        assertEquals(ProblemCode.HIVE_NOT_FOUND, refused(request("demo", "h9")));
        assertEquals(ProblemCode.MISSING_FIELD, refused(request("", null)));
        Problem missing = assertThrows(ProblemException.class, () -> spawns.spawn(request("qwen", null)))
                .problem();
        assertEquals(ProblemCode.MODEL_NOT_FOUND, missing.code());
        assertEquals("Known are: demo.", missing.hint());
        hives = List.of();
        assertEquals(ProblemCode.HIVE_OFFLINE, refused(request("demo", null)));
    }

    private ProblemCode refused(SpawnWorker request) {
        return assertThrows(ProblemException.class, () -> spawns.spawn(request))
                .problem()
                .code();
    }

    @Test
    void aHiveThatDoesNotAnswerHidesNoAnswer() {
        hive.close();
        ProblemException nobody = assertThrows(ProblemException.class, () -> spawns.spawn(request("nope", null)));
        assertEquals(ProblemCode.MODEL_NOT_FOUND, nobody.problem().code());
    }
}
