package dev.rbee.service.queen;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.PullModel;
import dev.rbee.contract.workers.WorkerInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Models from a hub that is a real server to real hives, and answers of real workers with them. */
@Timeout(300)
class FleetModelsIT {
    private static final String REPO = "owner/Tiny-GGUF";
    private static final String FILE = "Tiny-Q8_0.gguf";
    private static final String REF = "hf:" + REPO + ":Q8_0";

    @TempDir
    Path folder;

    @Test
    void fiftyCallersOnFiveHivesMakeOneDownload() throws Exception {
        try (HubFleet fleet = new HubFleet(folder, Map.of());
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            fleet.model(REPO, FILE, 3_000_000);
            for (int i = 0; i < 5; i++) {
                fleet.hive("h" + i);
            }
            long size = fleet.hub.repo(REPO).get(FILE).size();
            List<Future<String>> asked = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                String hive = "h" + i % 5;
                asked.add(callers.submit(() ->
                        fleet.models().pull(new PullModel(REF, hive, null)).jobId()));
            }
            for (Future<String> each : asked) {
                JobInfo end = fleet.done(each.get());
                assertNotNull(end.result());
                assertEquals("Tiny-Q8_0", end.result().path("id").asText());
            }
            assertOne(size, fleet.hub.sent(REPO, FILE));
            List<ModelEntry> there = fleet.models().catalog().stream()
                    .filter(entry -> entry.id().equals("Tiny-Q8_0"))
                    .toList();
            assertEquals(5, there.size());
            assertEquals(
                    Set.of(fleet.hub.repo(REPO).get(FILE).sha256()),
                    Set.copyOf(there.stream()
                            .map(entry -> String.valueOf(entry.sha256()))
                            .toList()));
            var about = fleet.models().about(REF, null);
            assertEquals("Tiny-Q8_0", about.id());
            assertEquals("llama", Objects.requireNonNull(about.header()).architecture());
            fleet.models().delete(REF, null);
            assertFalse(fleet.models().catalog().stream()
                    .anyMatch(entry -> entry.id().equals("Tiny-Q8_0")));
        }
    }

    @Test
    void aRequestFetchesStartsAndIsAnswered() throws Exception {
        try (HubFleet fleet = new HubFleet(folder, Map.of("worker.idle_s", "3"))) {
            fleet.model(REPO, FILE, 100_000);
            fleet.hive("h0");
            String stream = infer(fleet, REF, true);
            assertTrue(stream.contains(": provisioning"), stream);
            assertTrue(stream.contains("event: end"), stream);
            WorkerInfo worker = fleet.client().workers().getFirst();
            assertEquals("Tiny-Q8_0", worker.modelRef());
            JsonNode again = Json.read(infer(fleet, "tiny-q8_0", false), JsonNode.class);
            assertFalse(again.isEmpty());
            assertEquals(1, fleet.client().workers().size());
            await("unloaded when idle")
                    .atMost(HubFleet.LONG)
                    .until(() -> fleet.client().workers().isEmpty());
            assertTrue(infer(fleet, REF, true).contains("event: end"), "it comes again when it is asked for");
        }
    }

    @Test
    void aModelGoesToTheHiveThatIsNamed() throws Exception {
        try (HubFleet fleet = new HubFleet(folder, Map.of())) {
            fleet.model(REPO, FILE, 100_000);
            fleet.hive("h0");
            fleet.hive("h1");
            JobInfo _ = fleet.done(
                    fleet.models().pull(new PullModel(REF, "h0", null)).jobId());
            String answer =
                    ask(fleet, Map.of("model", REF, "prompt", "hello", "max_tokens", 4, "stream", true, "node", "h1"));
            assertTrue(answer.contains("event: end"), answer);
            assertEquals("h1", fleet.client().workers().getFirst().nodeName());
            assertOne(fleet.hub.repo(REPO).get(FILE).size(), fleet.hub.sent(REPO, FILE));
        }
    }

    /** One download, and a first byte by which its source is looked at. */
    private static void assertOne(long size, long sent) {
        assertTrue(sent >= size && sent < size + 100, sent + " bytes came from outside for " + size);
    }

    private static String infer(HubFleet fleet, String model, boolean stream) throws IOException {
        return ask(fleet, Map.of("model", model, "prompt", "hello", "max_tokens", 4, "stream", stream));
    }

    private static String ask(HubFleet fleet, Map<String, Object> body) throws IOException {
        var call = fleet.queen.http.stream(
                fleet.queen.remote().postRequest("/v1/infer", body).build(), HubFleet.LONG);
        try (var response = call.execute()) {
            return response.body().string();
        }
    }
}
