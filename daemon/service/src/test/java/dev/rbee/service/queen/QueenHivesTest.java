package dev.rbee.service.queen;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.client.QueenClient;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.CpuInfo;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.MemoryInfo;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.info.DaemonInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.ComponentType;
import dev.rbee.contract.registry.RegisterRequest;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.AdminGate;
import dev.rbee.http.gate.WorkerGate;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.models.fit.FitMachine;
import dev.rbee.service.queen.hives.HiveControl;
import dev.rbee.service.queen.hives.HiveNews;
import dev.rbee.service.registry.RegistryListener;
import dev.rbee.service.registry.RegistryServer;
import java.nio.charset.StandardCharsets;
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
    private static final List<Map<String, String>> HELLO = List.of(Map.of("role", "user", "content", "hello"));

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
    void drainWaitsForAnswersThatRunAndForNothingElse() {
        try (Server hive = hive();
                TestQueen test = new TestQueen(dir)) {
            QueenClient client = new QueenClient(test.remote());
            client.registerHive(new RegisterHive("here", "127.0.0.1", hive.port(), null, null, null, 1L, null));
            client.registerWorker(worker("w1", "http://127.0.0.1:9"));
            assertEquals(JobState.DONE, run(client, "drain"));
            assertEquals(0, client.worker("w1").slotsAvailable());
            assertEquals(0, client.worker("w1").busy());
            assertEquals(JobState.DONE, run(client, "resume"));

            client.updateWorker("w1", WorkerState.BUSY);
            String drain = client.hiveAction("here", "drain").jobId();
            await().until(() -> "1 answer still runs".equals(client.job(drain).message()));
            assertEquals(1, client.worker("w1").busy());
            assertEquals(JobState.DONE, run(client, "resume"), "nobody has to wait for an answer that takes its time");
            await().until(() -> client.job(drain).state() == JobState.DONE);
            assertEquals(HiveState.ONLINE, client.hive("here").status());
        }
    }

    @Test
    void hivesThatSayLittleOfThemselvesHarmNobody() {
        try (TestQueen test = new TestQueen(dir)) {
            QueenClient client = new QueenClient(test.remote());
            List<String> capabilities = List.of(
                    "{}",
                    "{'devices':null,'models':[null],'engines':[null],'ram':null}",
                    "{'devices':[{}],'models':[],'engines':[{'available':true}],'cpu':{'cores':1,'threads':1}}",
                    "{'devices':[{'id':'GPU-0','name':'RTX','device_type':'gpu','vram_gb':24}]}");
            for (String each : capabilities) {
                Object said = Json.tree(each.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
                test.remote()
                        .post(
                                "/v1/hives/register",
                                Map.of("hive_id", "gpu-7", "hostname", "127.0.0.1", "port", 9, "capabilities", said));
                assertEquals(200, test.status("GET", "/v1/models", TestQueen.TOKEN), each);
                assertEquals(200, test.status("GET", "/v1/models/catalog", TestQueen.TOKEN), each);
                ProblemException nobody = assertThrows(
                        ProblemException.class,
                        () -> test.remote().post("/v1/chat/completions", Map.of("model", "m", "messages", HELLO)),
                        each);
                assertEquals(ProblemCode.MODEL_NOT_FOUND, nobody.problem().code(), each);
                assertTrue(FitMachine.of(client.hive("gpu-7")).threads() > 0, each);
            }
            DeviceInfo gpu = Objects.requireNonNull(client.hive("gpu-7").capabilities())
                    .devices()
                    .getFirst();
            assertEquals(24L << 30, gpu.totalBytes());
        }
    }

    private static RegisterWorker worker(String id, String url) {
        return new RegisterWorker(
                id, url, "demo", "cpu", null, "here", 1, null, null, null, null, null, null, null, null, null, null);
    }

    @Test
    void hiveOfTheQueensMachineIsNoNodeThatCouldBeRemoved() {
        Control control = new Control(() -> {});
        try (TestQueen test = new TestQueen(dir, List.of(), control::heard)) {
            QueenClient client = new QueenClient(test.remote());
            client.registerHive(new RegisterHive("here", "127.0.0.1", 1, null, null, null, 1L, null));
            refused(test, "here");
            assertEquals(HiveState.ONLINE, client.hive("here").status());
            client.registerHive(new RegisterHive("local", "127.0.0.1", 2, HiveMode.LOCAL, null, null, 1L, null));
            refused(test, "local"); // started by hand, but it says where it is
            assertEquals(2, client.hives().size());
            test.queen.hives().state("local", HiveState.OFFLINE, "it ended");
            test.remote().post("/v2/registry/beehives/remove", Map.of("node_name", "local"));
            assertEquals(1, client.hives().size());
        }
    }

    private static void refused(TestQueen test, String hive) {
        ProblemException no = assertThrows(
                ProblemException.class,
                () -> test.remote().post("/v2/registry/beehives/remove", Map.of("node_name", hive, "force", true)));
        assertEquals(ProblemCode.NODE_NOT_FOUND, no.problem().code());
        assertTrue(no.problem().message().contains("queen's own machine"), no.getMessage());
    }

    @Test
    void workersOfAHiveThatEndedAreGoneAtOnce() {
        Control control = new Control(() -> {});
        try (TestQueen test = new TestQueen(dir, List.of(), control::heard);
                Server worker = worker("w1")) {
            QueenClient client = new QueenClient(test.remote());
            client.registerHive(new RegisterHive("here", "127.0.0.1", 1, null, null, null, 1L, null));
            client.registerWorker(worker("w1", worker.url()));
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
