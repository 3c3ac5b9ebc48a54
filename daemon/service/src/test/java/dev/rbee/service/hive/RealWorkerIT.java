package dev.rbee.service.hive;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.client.Http;
import dev.rbee.client.WorkerClient;
import dev.rbee.contract.inference.InferRequest;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ErrorEnvelope;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.workers.ProcessState;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.SpawnedWorker;
import dev.rbee.contract.workers.WorkerProcess;
import dev.rbee.service.hive.boot.HiveMain;
import dev.rbee.service.hive.process.JavaWorkerCommand;
import dev.rbee.service.home.Home;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hive with the real worker and real models. */
@Timeout(180)
class RealWorkerIT {
    @TempDir
    Path folder;

    private HiveServer hive;
    private HiveCalls calls;
    private Home home;
    private String token;

    @BeforeEach
    void start() {
        home = Home.at(folder.resolve("home"));
        hive = HiveMain.start(HiveProcess.options(home).withWorker(List.of(), JavaWorkerCommand.MAIN));
        token = String.valueOf(home.existingToken());
        calls = new HiveCalls(hive.url(), token);
    }

    @AfterEach
    void stop() {
        hive.stop(Duration.ofSeconds(2));
    }

    private SpawnedWorker spawn(String model) {
        return calls.client.spawn(new SpawnWorker(model, null, null, null, 256, 1, null, 1));
    }

    private WorkerProcess process(String id) {
        return calls.client.workers().stream()
                .filter(p -> p.workerId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode infer(SpawnedWorker worker, int port) {
        return WorkerClient.of(new Http(), "http://127.0.0.1:" + port, worker.workerId(), token)
                .infer(Json.read(
                        "{\"model\":\"demo\",\"prompt\":\"hello\",\"max_tokens\":4,\"stream\":false}",
                        InferRequest.class));
    }

    @Test
    void answersComesBackAfterAKillAndStops() throws Exception {
        SpawnedWorker worker = spawn("demo");
        assertFalse(infer(worker, worker.port()).path("text").asText().isEmpty());

        ProcessHandle.of(worker.pid()).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            WorkerProcess now = process(worker.workerId());
            return now.state() == ProcessState.RUNNING
                    && now.restarts() == 1
                    && now.pid() != worker.pid()
                    && now.port() > 0;
        });
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> !infer(worker, process(worker.workerId()).port())
                        .path("text")
                        .asText()
                        .isEmpty());

        long pid = process(worker.workerId()).pid();
        calls.client.stopWorker(worker.workerId());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
        assertEquals(ProcessState.EXITED, process(worker.workerId()).state());
    }

    @Test
    void modelOfAnUnknownArchitectureFailsTheSpawnAndNothingElse() throws Exception {
        byte[] demo = Files.readAllBytes(Path.of(System.getProperty("rbee.assets"), "models", "rbee-demo.gguf"));
        byte[] name = "general.architecture".getBytes(StandardCharsets.US_ASCII);
        int at = indexOf(demo, name) + name.length + 4 + 8;
        // The architecture's name, and so all keys that begin with it, are not found any more.
        demo[at] = 'z';
        Files.write(home.models().resolve("strange.gguf"), demo);
        var response = calls.send("POST", "/v1/workers/spawn", "{\"model\":\"strange\",\"ctx\":256}");
        Problem problem = Json.read(response.body(), ErrorEnvelope.class).problem();
        assertEquals("engine_missing", problem.code().wire(), response.body());
        assertEquals(List.of(), calls.client.workers());
        assertTrue(spawn("demo").port() > 0);
    }

    private static int indexOf(byte[] in, byte[] what) {
        String text = new String(in, StandardCharsets.ISO_8859_1);
        return text.indexOf(new String(what, StandardCharsets.ISO_8859_1));
    }
}
