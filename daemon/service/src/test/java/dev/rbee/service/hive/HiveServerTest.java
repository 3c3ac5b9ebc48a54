package dev.rbee.service.hive;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.models.ModelAbout;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ErrorEnvelope;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.ProcessState;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.SpawnedWorker;
import dev.rbee.contract.workers.WorkerProcess;
import dev.rbee.service.hive.boot.HiveMain;
import dev.rbee.service.home.Home;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HiveServerTest {
    @TempDir
    static Path folder;

    private static HiveServer hive;
    private static HiveCalls calls;
    private static Home home;

    @BeforeAll
    static void start() {
        home = Home.at(folder.resolve("home"));
        hive = HiveMain.start(HiveProcess.options(home));
        calls = new HiveCalls(hive.url(), String.valueOf(home.existingToken()));
    }

    @AfterAll
    static void stop() {
        hive.stop(java.time.Duration.ofSeconds(1));
    }

    private static SpawnWorker spawn(String model, String spawnId) {
        return new SpawnWorker(model, null, null, null, null, null, spawnId, null);
    }

    private static Problem refused(String body, int status) throws Exception {
        return problem(calls.send("POST", "/v1/workers/spawn", body), status);
    }

    private static Problem problem(HttpResponse<String> response, int status) {
        assertEquals(status, response.statusCode(), response.body());
        return Json.read(response.body(), ErrorEnvelope.class).problem();
    }

    @Test
    void spawnsDemoListsItTellsItsLogAndStopsIt() throws Exception {
        SpawnedWorker worker = calls.client.spawn(spawn("demo", "first"));
        assertEquals(worker, calls.client.spawn(spawn("demo", "first")));
        WorkerProcess process = calls.client.workers().stream()
                .filter(p -> p.workerId().equals(worker.workerId()))
                .findFirst()
                .orElseThrow();
        assertEquals(ProcessState.RUNNING, process.state());
        assertEquals("demo", process.model());
        String how = process.command() + " " + process.environment();
        assertTrue(how.contains("OMP_WAIT_POLICY=passive"), how);
        assertFalse(how.contains("rbw_") || how.contains("rbee_"), how);
        assertTrue(ProcessHandle.of(worker.pid()).orElseThrow().isAlive());

        String path = "/v1/workers/" + worker.workerId() + "/logs";
        HttpResponse<String> held = calls.send("GET", path + "?follow=false", "");
        assertTrue(held.body().contains("event: log"), held.body());
        assertTrue(held.body().contains("model demo ctx"), held.body());
        assertTrue(held.body().endsWith("event: end\ndata: {\"worker_id\":\"" + worker.workerId() + "\"}\n\n"));
        String argv = String.join(
                " ",
                Files.readString(Path.of("/proc", worker.pid() + "", "cmdline")).split("\0"));
        assertFalse(argv.contains("demo.gguf") || argv.contains("rbw_") || argv.contains("rbee_"), argv);

        Thread follower = Thread.ofVirtual().start(() -> follow(path));
        calls.client.stopWorker(worker.workerId());
        follower.join(java.time.Duration.ofSeconds(20));
        assertFalse(follower.isAlive());
        assertFalse(ProcessHandle.of(worker.pid()).map(ProcessHandle::isAlive).orElse(false));
        assertEquals(404, calls.send("DELETE", "/v1/workers/w-nobody", "").statusCode());
    }

    private static void follow(String path) {
        try {
            String all = calls.send("GET", path, "").body();
            assertTrue(all.contains("asked to end") && all.contains("event: end"), all);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static ModelEntry demo(List<ModelEntry> models) {
        return models.stream().filter(m -> m.id().equals("demo")).findFirst().orElseThrow();
    }

    @Test
    void saysWhatItHas() {
        Capabilities has = calls.client.capabilities();
        assertEquals("cpu", has.devices().getLast().id());
        assertTrue(has.cpu().threads() > 0 && !has.cpu().name().isBlank());
        assertTrue(has.ram().totalBytes() >= has.ram().freeBytes() && has.ram().freeBytes() > 0);
        assertTrue(has.disk().totalBytes() > 0);
        assertEquals("embedded", has.engines().getFirst().name());
        ModelEntry demo = demo(has.models());
        assertEquals("demo", demo.id());
        assertEquals("installed", demo.state());
        assertTrue(demo.chat());
        assertEquals("hive", calls.client.remote().info().component());
    }

    @Test
    void refusesBadSpawnsWithWords() throws Exception {
        assertEquals("missing_field", refused("{}", 400).code().wire());
        assertEquals("invalid_json", refused("{", 400).code().wire());
        assertEquals("invalid_field", refused("{\"model\":[7]}", 400).code().wire());
        assertEquals(
                "model_not_found", refused("{\"model\":\"nope\"}", 404).code().wire());
        for (String field :
                List.of("ctx\":1", "ctx\":2000000", "slots\":0", "slots\":65", "threads\":-1", "ctx\":\"8; rm\"")) {
            assertEquals(
                    "invalid_field",
                    refused("{\"model\":\"demo\",\"" + field + "}", 400).code().wire(),
                    field);
        }
        for (String name : List.of(
                "--help",
                "-Dx=y",
                "demo; reboot",
                "../demo",
                "/etc/passwd",
                "$(id)",
                "demo\\u0000",
                "@argfile",
                "demo\\n-Xmx")) {
            assertEquals(
                    "model_not_found",
                    refused("{\"model\":\"" + name + "\"}", 404).code().wire(),
                    name);
        }
        assertEquals(
                "backend",
                refused("{\"model\":\"demo\",\"backend\":\"--cuda\"}", 400).param());
        assertEquals(
                "device",
                refused("{\"model\":\"demo\",\"device\":\"GPU-0\"}", 400).param());
        assertEquals(
                "spawn_id",
                refused("{\"model\":\"demo\",\"spawn_id\":\"a b\"}", 400).param());
    }

    @Test
    void contextBeyondTheModelNamesBothNumbers() throws Exception {
        Integer trained = demo(calls.client.models()).context();
        assertNotNull(trained);
        Problem no = refused("{\"model\":\"demo\",\"ctx\":" + (trained + 1) + "}", 400);
        assertTrue(
                no.message().contains(trained.toString()) && no.message().contains((trained + 1) + ""), no.message());
    }

    @Test
    void importsByReferenceAndByCopyAndDeletes() throws Exception {
        Path demo = Path.of(System.getProperty("rbee.assets"), "models", "rbee-demo.gguf");
        Path mine = Files.copy(demo, folder.resolve("my model (1).gguf"));
        ModelEntry byReference = Json.read(
                calls.send("POST", "/v1/models/import", "{\"path\":\"" + mine + "\"}")
                        .body(),
                ModelEntry.class);
        assertEquals("my-model-1-", byReference.id());
        ModelEntry copied = Json.read(
                calls.send("POST", "/v1/models/import", "{\"path\":\"" + mine + "\",\"name\":\"copy\",\"copy\":true}")
                        .body(),
                ModelEntry.class);
        assertTrue(String.valueOf(copied.path()).endsWith("models/copy.gguf"), copied.path());
        assertEquals(
                "already_exists",
                problem(calls.send("POST", "/v1/models/import", "{\"path\":\"" + mine + "\",\"name\":\"demo\"}"), 409)
                        .code()
                        .wire());

        SpawnedWorker worker = calls.client.spawn(spawn("copy", "copied"));
        assertEquals(
                "model_in_use",
                problem(calls.send("DELETE", "/v1/models/copy", ""), 409).code().wire());
        calls.client.stopWorker(worker.workerId());
        calls.client.deleteModel("copy");
        assertFalse(Files.exists(Path.of(String.valueOf(copied.path()))));
        Files.delete(mine);
        assertEquals(
                "model_file_missing",
                refused("{\"model\":\"my-model-1-\"}", 404).code().wire());
        calls.client.deleteModel("my-model-1-");
        assertEquals(
                "model_protected",
                problem(calls.send("DELETE", "/v1/models/demo", ""), 409).code().wire());
    }

    @Test
    void corruptModelIsRefusedBeforeAnyProcess() throws Exception {
        Path demo = Path.of(System.getProperty("rbee.assets"), "models", "rbee-demo.gguf");
        byte[] whole = Files.readAllBytes(demo);
        Files.write(home.models().resolve("cut.gguf"), Arrays.copyOf(whole, 100_000));
        assertEquals("model_invalid", refused("{\"model\":\"cut\"}", 422).code().wire());
        Path outside = Files.write(folder.resolve("outside.gguf"), whole);
        Files.createSymbolicLink(home.models().resolve("link.gguf"), outside);
        assertEquals(
                "model_file_missing",
                refused("{\"model\":\"link\"}", 404).code().wire());
        for (String path : List.of("/etc/passwd", folder.toString())) {
            int status = calls.send("POST", "/v1/models/import", "{\"path\":\"" + path + "\"}")
                    .statusCode();
            assertTrue(status == 422 || status == 400, path + " " + status);
        }
        for (String path : List.of("../x.gguf", folder + "/../x.gguf", "x.gguf")) {
            assertEquals(
                    "path",
                    problem(calls.send("POST", "/v1/models/import", "{\"path\":\"" + path + "\"}"), 400)
                            .param());
        }
        for (String name : List.of("../up", "a/b", ".hidden", "--flag", "a..b", "x\\u0000")) {
            assertEquals(
                    "name",
                    problem(
                                    calls.send(
                                            "POST",
                                            "/v1/models/import",
                                            "{\"path\":\"" + outside + "\",\"name\":\"" + name + "\"}"),
                                    400)
                            .param(),
                    name);
        }
    }

    @Test
    void tellsWhatAModelsHeaderSays() {
        ModelAbout about = calls.client.about("demo");
        assertEquals("rbee demo", about.name());
        assertEquals("gpt2", about.tokenizer());
        assertTrue(String.valueOf(about.chatTemplate()).contains("<|im_start|>"));
        assertEquals(
                2_558_016,
                Objects.requireNonNull(about.types()).stream()
                        .mapToLong(ModelAbout.Type::weights)
                        .sum());
        assertEquals("F16", about.types().getFirst().type());
        assertEquals(192, Objects.requireNonNull(about.header()).embedding());
    }

    @Test
    void sendsModelFilesInRanges() throws Exception {
        await().until(() -> calls.client.models().stream().anyMatch(m -> m.id().equals("demo") && m.sha256() != null));
        String sha = calls.client.models().stream()
                .filter(m -> m.id().equals("demo"))
                .findFirst()
                .orElseThrow()
                .sha256();
        byte[] demo = Files.readAllBytes(Path.of(System.getProperty("rbee.assets"), "models", "rbee-demo.gguf"));
        String path = "/v1/models/" + sha + "/file";
        HttpResponse<byte[]> whole = calls.bytes(path);
        assertEquals(200, whole.statusCode());
        assertArrayEquals(demo, whole.body());
        HttpResponse<byte[]> part = calls.bytes(path, "Range", "bytes=1000-1999");
        assertEquals(206, part.statusCode());
        assertEquals(
                "bytes 1000-1999/" + demo.length,
                part.headers().firstValue("Content-Range").orElse(""));
        assertArrayEquals(Arrays.copyOfRange(demo, 1000, 2000), part.body());
        assertArrayEquals(
                Arrays.copyOfRange(demo, demo.length - 5, demo.length),
                calls.bytes(path, "Range", "bytes=-5").body());
        assertEquals(
                416, calls.bytes(path, "Range", "bytes=" + demo.length + "-").statusCode());
        assertEquals(
                200,
                calls.bytes(path, "Range", "bytes=0-9", "If-Range", "\"other\"").statusCode());
        assertEquals(404, calls.bytes("/v1/models/" + "0".repeat(64) + "/file").statusCode());
    }

    @Test
    void secondHiveOfAHomeIsRefusedAndTouchesNoWorker() {
        SpawnedWorker worker = calls.client.spawn(spawn("demo", "guarded"));
        ProblemException no = assertThrows(ProblemException.class, () -> HiveMain.start(HiveProcess.options(home)));
        assertEquals("already_running", no.problem().code().wire());
        assertTrue(no.problem().message().contains(hive.url()), no.problem().message());
        assertTrue(ProcessHandle.of(worker.pid()).map(ProcessHandle::isAlive).orElse(false));
        calls.client.stopWorker(worker.workerId());
    }

    @Test
    void takenPortAskedForByNameIsRefused() {
        Home other = Home.at(folder.resolve("other"));
        ProblemException no = assertThrows(
                ProblemException.class,
                () -> HiveMain.start(HiveProcess.options(other).withPort(hive.port())));
        assertEquals("port_taken", no.problem().code().wire());
        HiveServer again = HiveMain.start(HiveProcess.options(other));
        assertTrue(again.port() > 0);
        again.stop(java.time.Duration.ZERO);
    }

    @Test
    void drainingRefusesSpawnsUntilResumed() throws Exception {
        try {
            assertEquals(200, calls.send("POST", "/v1/drain", "{}").statusCode());
            assertEquals("draining", calls.client.remote().health().status());
            assertEquals("draining", refused("{\"model\":\"demo\"}", 503).code().wire());
        } finally {
            assertEquals(200, calls.send("POST", "/v1/resume", "{}").statusCode());
        }
        assertEquals("ok", calls.client.remote().health().status());
        assertEquals(405, calls.send("GET", "/v1/drain", "").statusCode());
        assertEquals(405, calls.send("GET", "/v1/models/download", "").statusCode());
        assertEquals(400, calls.send("POST", "/v1/models/download", "{}").statusCode());
    }
}
