package dev.rbee.service.queen;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.client.QueenClient;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.CpuInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.MemoryInfo;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.info.DaemonInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.ComponentType;
import dev.rbee.contract.registry.RegisterRequest;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.AdminGate;
import dev.rbee.http.gate.WorkerGate;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.queen.hives.HiveControl;
import dev.rbee.service.queen.hives.HiveNews;
import dev.rbee.service.registry.RegistryListener;
import dev.rbee.service.registry.RegistryServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueenHivesTest {
    @TempDir
    Path dir;

    private final AtomicInteger drains = new AtomicInteger();

    @Test
    void queenThatStartsLastFindsHivesAndWorkersThroughTheRegistry() {
        try (RegistryServer registry = registry();
                Server hive = hive();
                Server worker = worker("w1")) {
            registry.registry()
                    .register(new RegisterRequest(ComponentType.HIVE, "here", "127.0.0.1", hive.port(), null));
            registry.registry()
                    .register(new RegisterRequest(ComponentType.WORKER, "w1", "127.0.0.1", worker.port(), null));
            try (TestQueen test = new TestQueen(dir, List.of(registry.url()), _ -> List.of())) {
                QueenClient client = new QueenClient(test.remote());
                await().until(() ->
                        client.hives().size() == 1 && client.workers().size() == 1);
                assertEquals(HiveState.ONLINE, client.hive("here").status());
                assertEquals("demo", client.worker("w1").modelRef());
                assertEquals(2, client.worker("w1").slotsTotal());
                assertEquals("demo", client.catalog().getFirst().id());
                assertEquals("here", client.catalog().getFirst().hive());
                await().until(() -> registry.registry().all().queen() != null);
            }
            try (TestQueen next = new TestQueen(dir)) {
                await("the last known addresses")
                        .until(() -> new QueenClient(next.remote()).workers().size() == 1);
            }
        }
    }

    @Test
    void strangerOnAKnownPortIsLeftAlone() {
        try (RegistryServer registry = registry();
                Server stranger = ServerSpec.builder(
                                "hive", "x", new AdminGate("another installation's token, long enough"))
                        .proofSecret("another installation's token, long enough")
                        .start()) {
            registry.registry()
                    .register(new RegisterRequest(ComponentType.HIVE, "here", "127.0.0.1", stranger.port(), null));
            try (TestQueen test = new TestQueen(dir, List.of(registry.url()), _ -> List.of())) {
                await().until(() -> registry.registry().all().queen() != null);
                assertEquals(List.of(), new QueenClient(test.remote()).hives());
            }
        }
    }

    @Test
    void hiveIsStartedDrainedResumedAndStoppedByJobs() {
        try (Server hive = hive()) {
            AtomicReference<@Nullable TestQueen> queen = new AtomicReference<>();
            Control control = new Control(() -> new QueenClient(
                            Objects.requireNonNull(queen.get()).remote())
                    .registerHive(new RegisterHive("here", "127.0.0.1", hive.port(), null, null, null, 1L, null)));
            try (TestQueen test = new TestQueen(dir, List.of(), control::heard)) {
                queen.set(test);
                QueenClient client = new QueenClient(test.remote());
                test.queen.hives().remember("here", "127.0.0.1", hive.port(), HiveMode.LOCAL, null);
                assertEquals(JobState.DONE, run(client, "start"));
                assertEquals(HiveState.ONLINE, client.hive("here").status());
                assertEquals(JobState.DONE, run(client, "drain"));
                assertEquals(HiveState.DRAINING, client.hive("here").status());
                assertEquals(1, drains.get());
                assertEquals(JobState.DONE, run(client, "resume"));
                assertEquals(HiveState.ONLINE, client.hive("here").status());
                assertEquals(0, drains.get());
                assertEquals(JobState.DONE, run(client, "stop"));
                assertEquals(HiveState.STOPPED, client.hive("here").status());
                assertEquals(1, control.stops.get());

                control.failure = ProblemException.of(ProblemCode.HIVE_OFFLINE, "It does not start.", "Look.");
                assertEquals(JobState.FAILED, run(client, "start"));
                assertEquals(HiveState.ERROR, client.hive("here").status());
                assertEquals("It does not start.", client.hive("here").message());
            }
            assertEquals(2, control.stops.get());
        }
    }

    @Test
    void workersOfAHiveThatEndedAreGoneAtOnce() {
        Control control = new Control(() -> {});
        try (TestQueen test = new TestQueen(dir, List.of(), control::heard);
                Server worker = worker("w1")) {
            QueenClient client = new QueenClient(test.remote());
            client.registerHive(new RegisterHive("here", "127.0.0.1", 1, null, null, null, 1L, null));
            client.registerWorker(new RegisterWorker(
                    "w1",
                    worker.url(),
                    "demo",
                    "cpu",
                    null,
                    "here",
                    1,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
            control.news().state("here", HiveState.OFFLINE, "its process ended");
            assertEquals(HiveState.OFFLINE, client.hive("here").status());
            assertEquals(1, client.workers().size());
            worker.close();
            await().until(() -> client.workers().isEmpty());
        }
    }

    private static JobState run(QueenClient client, String action) {
        String job = client.hiveAction("here", action).jobId();
        await().until(() -> client.job(job).state() != JobState.RUNNING);
        return client.job(job).state();
    }

    private static RegistryServer registry() {
        return RegistryServer.start(new RegistryServer.Options(
                "127.0.0.1",
                0,
                TestQueen.TOKEN,
                "r1",
                InstantSource.system(),
                System::nanoTime,
                RegistryListener.NONE));
    }

    private Server hive() {
        Capabilities capabilities = new Capabilities(
                List.of(),
                "Linux",
                "x86_64",
                new CpuInfo("cpu", 2, 2, List.of(), null),
                new MemoryInfo(1, 1),
                new MemoryInfo(1, 1),
                List.of(),
                List.of(new ModelEntry(
                        "demo", null, null, 1, null, "installed", null, null, null, null, false, true, null, null)),
                "here",
                "0.1.0");
        return ServerSpec.builder("hive", "h1", new AdminGate(TestQueen.TOKEN))
                .proofSecret(TestQueen.TOKEN)
                .routes(routes -> routes.get("/v1/capabilities", x -> x.json(200, capabilities))
                        .post("/v1/drain", x -> {
                            drains.incrementAndGet();
                            x.json(200, Map.of());
                        })
                        .post("/v1/resume", x -> {
                            drains.decrementAndGet();
                            x.json(200, Map.of());
                        }))
                .start();
    }

    private static Server worker(String id) {
        String key = Keys.workerKey(TestQueen.TOKEN, id);
        DaemonInfo info = new DaemonInfo(
                "worker",
                "0.1.0",
                id,
                List.of(),
                42,
                Instant.EPOCH,
                Map.of("model", "demo", "hive_id", "here", "slots_total", 2, "backend", "cpu"));
        return ServerSpec.builder("worker", id, new WorkerGate(key, Keys.fingerprint(TestQueen.TOKEN)))
                .proofSecret(key)
                .grace(Duration.ZERO)
                .routes(routes -> routes.get("/v1/info", x -> x.json(200, info)))
                .start();
    }

    private static final class Control implements HiveControl {
        private final Runnable started;
        private final AtomicInteger stops = new AtomicInteger();
        private volatile @Nullable ProblemException failure;
        private final AtomicReference<@Nullable HiveNews> news = new AtomicReference<>();

        Control(Runnable started) {
            this.started = started;
        }

        List<HiveControl> heard(HiveNews hearer) {
            news.set(hearer);
            return List.of(this);
        }

        HiveNews news() {
            return Objects.requireNonNull(news.get());
        }

        @Override
        public String hiveId() {
            return "here";
        }

        @Override
        public void start(JobContext job) {
            ProblemException why = failure;
            if (why != null) {
                throw why;
            }
            started.run();
        }

        @Override
        public void stop(JobContext job, Duration grace) {
            assertTrue(grace.toMillis() >= 0);
            stops.incrementAndGet();
        }
    }
}
