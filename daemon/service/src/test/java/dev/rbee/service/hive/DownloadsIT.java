package dev.rbee.service.hive;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.models.DownloadModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.service.hive.boot.HiveMain;
import dev.rbee.service.home.Home;
import dev.rbee.testing.HubFile;
import dev.rbee.testing.HubServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Downloads of a hive from a hub that is a real server. */
@Timeout(300)
class DownloadsIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String REPO = "owner/Small-GGUF";
    private static final long SIZE = 12 << 20;

    @TempDir
    Path folder;

    private HubServer hub;
    private HiveServer hive;
    private HiveCalls calls;
    private Home home;

    @BeforeEach
    void start() {
        hub = HubServer.start();
        home = Home.at(folder.resolve("home"));
        hive = HiveMain.start(HiveProcess.options(home, hub.environment()));
        calls = new HiveCalls(hive.url(), Objects.requireNonNull(home.existingToken()));
    }

    @AfterEach
    void stop() {
        hive.stop(Duration.ZERO);
        hub.close();
    }

    private String start(DownloadModel order) throws Exception {
        HttpResponse<String> answer = calls.send("POST", "/v1/models/download", Json.write(order));
        assertEquals(202, answer.statusCode(), answer.body());
        return Json.read(answer.body(), JobAccepted.class).jobId();
    }

    private JobInfo job(String id) throws Exception {
        return Json.read(calls.send("GET", "/v1/jobs/" + id, "").body(), JobInfo.class);
    }

    private JobInfo ended(String id) {
        await().atMost(LONG).until(() -> job(id).state() != JobState.RUNNING);
        try {
            return job(id);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private ModelEntry model(String id) {
        return calls.client.models().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " in " + calls.client.models()));
    }

    private String phase(String job) throws Exception {
        var transfer = job(job).transfer();
        return transfer == null ? "" : transfer.phase();
    }

    private long done(String job) throws Exception {
        var transfer = job(job).transfer();
        return transfer == null ? 0 : transfer.doneBytes();
    }

    @Test
    void aModelComesUnderItsNameWithItsReference() throws Exception {
        HubFile file = HubModels.put(hub, folder, REPO, "Small-Q8_0.gguf", SIZE, 1);
        JobInfo done = ended(start(HubModels.order(hub, REPO, file)));
        assertEquals(JobState.DONE, done.state(), String.valueOf(done.error()));
        ModelEntry entry = model("Small-Q8_0");
        assertEquals("installed", entry.state());
        assertEquals(file.sha256(), entry.sha256());
        assertEquals(List.of("hf:" + REPO + "/Small-Q8_0.gguf"), entry.refs());
        long sent = hub.sent(REPO, "Small-Q8_0.gguf");
        assertTrue(sent >= SIZE);
        assertTrue(Files.exists(home.models().resolve("Small-Q8_0.gguf")));
        try (Stream<Path> left = Files.list(home.models().resolve("partial"))) {
            assertEquals(
                    List.of(),
                    left.filter(each -> !each.toString().endsWith(".lock")).toList());
        }
        // asked for again by anybody: known, nothing fetched
        JobInfo again = ended(start(HubModels.order(hub, REPO, file)));
        JsonNode result = Objects.requireNonNull(again.result());
        assertEquals("Small-Q8_0", result.path("id").asText());
        assertEquals(sent, hub.sent(REPO, "Small-Q8_0.gguf"));
        // served to the fleet by its hash
        assertEquals(
                206,
                calls.bytes("/v1/models/" + file.sha256() + "/file", "Range", "bytes=0-3")
                        .statusCode());
    }

    @Test
    void manyCallersOfOneContentShareOneJob() throws Exception {
        HubFile file = HubModels.put(hub, folder, REPO, "Small-Q8_0.gguf", SIZE, 2);
        hub.faults().slow(1 << 20);
        String first = start(HubModels.order(hub, REPO, file));
        for (int i = 0; i < 10; i++) {
            assertEquals(first, start(HubModels.order(hub, REPO, file)));
        }
        hub.faults().slow(0);
        assertEquals(JobState.DONE, ended(first).state());
        assertTrue(hub.sent(REPO, "Small-Q8_0.gguf") < 2 * SIZE);
    }

    @Test
    void pausedItRestsAndGoesOnWhereItWas() throws Exception {
        HubFile file = HubModels.put(hub, folder, REPO, "Small-Q8_0.gguf", SIZE, 3);
        hub.faults().slow(64 << 10);
        String job = start(HubModels.order(hub, REPO, file));
        await().atMost(LONG).until(() -> done(job) > 0);
        assertEquals(true, job(job).pausable());
        assertEquals(200, calls.send("POST", "/v1/jobs/" + job + "/pause", "{}").statusCode());
        await().atMost(LONG).until(() -> phase(job).equals("paused"));
        await().atMost(LONG).until(() -> hub.connections() == 0);
        assertEquals("partial", model("Small-Q8_0").state());
        assertEquals(JobState.RUNNING, job(job).state());
        hub.faults().slow(0);
        assertEquals(
                200, calls.send("POST", "/v1/jobs/" + job + "/resume", "{}").statusCode());
        assertEquals(JobState.DONE, ended(job).state());
        assertTrue(hub.sent(REPO, "Small-Q8_0.gguf") < 2 * SIZE);
        assertEquals("installed", model("Small-Q8_0").state());
    }

    @Test
    void cancelledItKeepsWhatCameAndDeletingSaysWhatThatWas() throws Exception {
        HubFile file = HubModels.put(hub, folder, REPO, "Small-Q8_0.gguf", SIZE, 4);
        hub.faults().slow(64 << 10);
        String job = start(HubModels.order(hub, REPO, file));
        await().atMost(LONG).until(() -> done(job) > 0);
        String busy = calls.send("DELETE", "/v1/models/Small-Q8_0", "").body();
        assertTrue(busy.contains("model_in_use"), busy);
        assertEquals(200, calls.send("DELETE", "/v1/jobs/" + job, "").statusCode());
        assertEquals(JobState.CANCELLED, ended(job).state());
        ModelEntry partial = model("Small-Q8_0");
        assertEquals("partial", partial.state());
        assertTrue(Objects.requireNonNull(partial.doneBytes()) > 0, partial.toString());
        assertFalse(Files.exists(home.models().resolve("Small-Q8_0.gguf")));
        HttpResponse<String> said = calls.send("DELETE", "/v1/models/Small-Q8_0?dry_run=true", "");
        assertTrue(
                Json.tree(said.body().getBytes(StandardCharsets.UTF_8))
                                .path("freed_bytes")
                                .asLong()
                        > 0,
                said.body());
        assertEquals("partial", model("Small-Q8_0").state());
        assertEquals(200, calls.send("DELETE", "/v1/models/Small-Q8_0", "").statusCode());
        assertTrue(calls.client.models().stream().noneMatch(each -> each.id().equals("Small-Q8_0")));
    }

    @Test
    void whatIsNoModelOrNotWhatWasPromisedGetsNoName() throws Exception {
        hub.repo(REPO).random("Noise-Q8_0.gguf", 1 << 20, 5);
        HubFile noise = hub.repo(REPO).get("Noise-Q8_0.gguf");
        JobInfo job = ended(start(HubModels.order(hub, REPO, noise)));
        assertEquals("model_invalid", Objects.requireNonNull(job.error()).code().wire());
        HubFile file = HubModels.put(hub, folder, REPO, "Small-Q8_0.gguf", 6 << 20, 6);
        hub.faults().wrongContent(true);
        job = ended(start(HubModels.order(hub, REPO, file)));
        assertEquals("hash_mismatch", Objects.requireNonNull(job.error()).code().wire());
        try (Stream<Path> names = Files.list(home.models())) {
            assertTrue(names.noneMatch(each -> each.toString().endsWith(".gguf")));
        }
        try (Stream<Path> blobs = Files.list(home.models().resolve("blobs"))) {
            assertEquals(List.of(), blobs.toList());
        }
    }
}
