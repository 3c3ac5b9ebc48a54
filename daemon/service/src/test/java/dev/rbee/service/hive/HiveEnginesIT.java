package dev.rbee.service.hive;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rbee.client.EnginesClient;
import dev.rbee.client.Http;
import dev.rbee.client.Remote;
import dev.rbee.client.WorkerClient;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.inference.InferRequest;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ErrorEnvelope;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.SpawnedWorker;
import dev.rbee.service.hive.boot.HiveMain;
import dev.rbee.service.hive.engines.EngineArchives;
import dev.rbee.service.hive.process.JavaWorkerCommand;
import dev.rbee.service.home.Home;
import dev.rbee.testing.llama.Habit;
import dev.rbee.testing.llama.LlamaPrograms;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hive that gets engines, chooses among them and runs a worker with one. */
@Timeout(300)
class HiveEnginesIT {
    @TempDir
    Path folder;

    private HiveServer hive;
    private HiveCalls calls;
    private EnginesClient engines;
    private String token;

    @BeforeEach
    void start() {
        Home home = Home.at(folder.resolve("home"));
        hive = HiveMain.start(HiveProcess.options(home, Map.of()).withWorker(List.of(), JavaWorkerCommand.MAIN));
        token = String.valueOf(home.existingToken());
        calls = new HiveCalls(hive.url(), token);
        engines = EnginesClient.atHive(calls.client.remote());
    }

    @AfterEach
    void stop() {
        hive.stop(Duration.ofSeconds(2));
    }

    private JobInfo installed(String json) throws Exception {
        HttpResponse<String> accepted = calls.send("POST", "/v1/engines/install", json);
        assertEquals(202, accepted.statusCode(), accepted.body());
        String id = Json.read(accepted.body(), JobAccepted.class).jobId();
        Remote remote = calls.client.remote();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> remote.get("/v1/jobs/" + id, JobInfo.class).state() != JobState.RUNNING);
        return remote.get("/v1/jobs/" + id, JobInfo.class);
    }

    private String refused(String json) throws Exception {
        HttpResponse<String> answer = calls.send("POST", "/v1/engines/install", json);
        assertTrue(answer.statusCode() >= 400, answer.body());
        return Json.read(answer.body(), ErrorEnvelope.class).problem().code().wire();
    }

    private static String code(JobInfo failed) {
        return Objects.requireNonNull(failed.error()).code().wire();
    }

    private List<String> versions() {
        return engines.list().stream()
                .filter(engine -> engine.name().equals("llama-server"))
                .map(engine -> engine.version() + (Boolean.TRUE.equals(engine.selected()) ? "*" : ""))
                .toList();
    }

    private Path archive(String name, Habit... habits) throws Exception {
        return EngineArchives.tarGz(LlamaPrograms.standIn(folder.resolve("src-" + name), habits), folder.resolve(name));
    }

    @Test
    void oneComesIsTriedRunsAndGoes() throws Exception {
        assertEquals(List.of(), versions());
        assertEquals(true, engines.list().getFirst().selected());
        Path first = archive("llama-b7001-bin-test.tar.gz");
        JobInfo done = installed("{\"path\":\"" + first + "\"}");
        assertEquals(JobState.DONE, done.state(), String.valueOf(done.error()));
        EngineInfo info = Json.read(Json.bytes(Objects.requireNonNull(done.result())), EngineInfo.class);
        assertEquals("b7001", info.version());
        assertTrue(Objects.requireNonNull(info.tokensPerSecond()) > 0, info.toString());
        assertEquals(List.of("b7001*"), versions());
        assertEquals(false, engines.list().getFirst().selected());
        assertEquals(2, calls.client.capabilities().engines().size());

        SpawnedWorker worker = calls.client.spawn(new SpawnWorker("demo", null, null, null, 256, 1, null, 1));
        String text = WorkerClient.of(new Http(), "http://127.0.0.1:" + worker.port(), worker.workerId(), token)
                .infer(Json.read("{\"prompt\":\"hello\",\"stream\":false}", InferRequest.class))
                .path("text")
                .asText();
        assertEquals("I am a stand-in, grüß dich.", text);
        HttpResponse<String> busy = calls.send("DELETE", "/v1/engines/b7001", "");
        assertTrue(busy.body().contains("engine_failed"), busy.body());

        JobInfo second = installed("{\"path\":\"" + archive("other.tar.gz") + "\",\"version\":\"b7002\"}");
        assertEquals(JobState.DONE, second.state(), String.valueOf(second.error()));
        assertEquals(List.of("b7002*", "b7001"), versions());
        engines.use("b7001");
        assertEquals(List.of("b7002", "b7001*"), versions());
        engines.use("b7002");
        engines.remove("b7002");
        assertEquals(List.of("b7001*"), versions());
        calls.client.stopWorker(worker.workerId());
        engines.remove("b7001");
        assertEquals(List.of(), versions());
    }

    @Test
    void whatFailsChangesNothing() throws Exception {
        JobInfo good = installed("{\"path\":\"" + archive("llama-b7001.tar.gz") + "\"}");
        assertEquals(JobState.DONE, good.state(), String.valueOf(good.error()));
        JobInfo broken = installed(
                "{\"path\":\"" + archive("llama-b7002.tar.gz", Habit.EXIT_ON_LOAD) + "\",\"version\":\"b7001\"}");
        assertEquals(JobState.FAILED, broken.state());
        assertEquals("engine_failed", code(broken));
        String why = Objects.requireNonNull(broken.error()).message();
        assertTrue(why.contains("failed to load model"), why);
        JobInfo silent = installed("{\"path\":\"" + archive("llama-b7003.tar.gz", Habit.FAILS) + "\"}");
        assertEquals(JobState.FAILED, silent.state());
        Path noProgram =
                EngineArchives.tarGz(Files.writeString(folder.resolve("nothing"), "x"), folder.resolve("n.tgz"));
        JobInfo empty = installed("{\"path\":\"" + noProgram + "\"}");
        assertEquals("engine_failed", code(empty));
        JobInfo hash = installed("{\"path\":\"" + noProgram + "\",\"sha256\":\"" + "0".repeat(64) + "\"}");
        assertEquals("hash_mismatch", code(hash));
        assertEquals(List.of("b7001*"), versions());
        Path shelf = folder.resolve("home/engines/llama-server");
        try (var all = Files.list(shelf)) {
            assertEquals(List.of(shelf.resolve("b7001")), all.toList(), "nothing half done is left");
        }
    }

    @Test
    void whatIsAskedForIsChecked() throws Exception {
        String hash = "0".repeat(64);
        assertEquals("invalid_field", refused("{}"));
        assertEquals("invalid_field", refused("{\"url\":\"https://example.org/a.zip\"}"));
        assertEquals(
                "invalid_field",
                refused("{\"url\":\"https://example.org/a\",\"path\":\"/a\",\"sha256\":\"" + hash + "\"}"));
        assertEquals("invalid_field", refused("{\"path\":\"a.zip\"}"));
        assertEquals("invalid_field", refused("{\"path\":\"/a.zip\",\"sha256\":\"xyz\"}"));
        assertEquals("invalid_field", refused("{\"path\":\"/a.zip\",\"version\":\"../..\"}"));
        JobInfo http = installed("{\"url\":\"http://127.0.0.1:1/a.zip\",\"sha256\":\"" + hash + "\"}");
        assertEquals("source_forbidden", code(http));
        JobInfo metadata = installed("{\"url\":\"https://169.254.169.254/a.zip\",\"sha256\":\"" + hash + "\"}");
        assertEquals("source_forbidden", code(metadata));
        assertTrue(calls.send("DELETE", "/v1/engines/b1", "").body().contains("engine_not_found"));
        assertTrue(calls.send("POST", "/v1/engines/b1/use", "").body().contains("engine_not_found"));
        HttpResponse<String> spawn = calls.send(
                "POST", "/v1/workers/spawn", "{\"model\":\"demo\",\"options\":{\"engine\":\"llama-server\"}}");
        assertTrue(spawn.body().contains("engine_missing"), spawn.body());
        assertEquals(
                "invalid_field",
                Json.read(
                                calls.send(
                                                "POST",
                                                "/v1/workers/spawn",
                                                "{\"model\":\"demo\",\"options\":{\"kv_type\":\"--log-file\"}}")
                                        .body(),
                                ErrorEnvelope.class)
                        .problem()
                        .code()
                        .wire());
        assertNull(engines.list().getFirst().path());
    }

    @Test
    void theRealOneWhereItIsGiven() throws Exception {
        Path real = LlamaPrograms.real().orElse(Path.of(""));
        assumeTrue(LlamaPrograms.real().isPresent(), "no llama-server given by -Drbee.llama_server");
        JobInfo done =
                installed("{\"path\":\"" + EngineArchives.tarGz(real, folder.resolve("llama-b1.tar.gz")) + "\"}");
        assertEquals(JobState.DONE, done.state(), String.valueOf(done.error()));
        SpawnedWorker worker = calls.client.spawn(new SpawnWorker("demo", null, null, null, 256, 1, null, 1));
        String text = WorkerClient.of(new Http(), "http://127.0.0.1:" + worker.port(), worker.workerId(), token)
                .infer(Json.read(
                        "{\"prompt\":\"Who are you?\",\"stream\":false,\"temperature\":0}", InferRequest.class))
                .path("text")
                .asText();
        assertTrue(text.startsWith("I am the rbee demo model"), text);
    }
}
