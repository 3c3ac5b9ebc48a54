package dev.rbee.product;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import dev.rbee.testing.HubServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a name at a hub to an answer, with the real image: searched, fetched once, started, asked, removed. */
class ModelsIT {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String REPO = "tester/Wee-GGUF";
    private static final String FILE = "Wee-Q8_0.gguf";
    private static final String REF = "hf:" + REPO + ":Q8_0";

    @TempDir
    Path temp;

    private Sandbox sandbox;
    private HubServer hub;

    @BeforeEach
    void open() throws IOException {
        sandbox = new Sandbox(temp);
        hub = HubServer.start();
        hub.repo(REPO).file(FILE, wee());
        hub.repo("tester/Closed-GGUF").file("Closed-Q8_0.gguf", wee()).gated();
        sandbox.environment().putAll(hub.environment());
        sandbox.environment().put("RBEE_MODELS_ADOPT", "false");
    }

    @AfterEach
    void close() {
        sandbox.close();
        hub.close();
    }

    /** The demo model with another description: other bytes, the same answers. */
    private static byte[] wee() throws IOException {
        byte[] bytes = Files.readAllBytes(Image.folder().resolve("assets/models/rbee-demo.gguf"));
        byte[] from = "Tiny chat model".getBytes(StandardCharsets.US_ASCII);
        byte[] to = "Mini chat model".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 4096; i++) {
            if (Arrays.equals(bytes, i, i + from.length, from, 0, from.length)) {
                System.arraycopy(to, 0, bytes, i, to.length);
                return bytes;
            }
        }
        throw new IllegalStateException("the demo model describes itself otherwise");
    }

    private List<JsonNode> json(int exit, String... command) {
        Running running = Running.start(sandbox, command);
        assertEquals(exit, running.awaitExit(SOON), String.join(" ", command) + "\n" + running.said());
        return running.stdout()
                .lines()
                .map(line -> Json.read(line, JsonNode.class))
                .toList();
    }

    private JsonNode one(String... command) {
        List<JsonNode> documents = json(0, command);
        assertEquals(1, documents.size(), String.join(" ", command));
        return documents.getFirst();
    }

    private String text(int exit, String... command) {
        Running running = Running.start(sandbox, command);
        assertEquals(exit, running.awaitExit(SOON), running.said());
        return running.said();
    }

    private Running daemon() {
        Running daemon = Running.start(sandbox, "--daemon");
        daemon.awaitLine(line -> line.startsWith("ready "), SOON);
        await().atMost(SOON)
                .until(() -> one("hive", "list", "--json").at("/0/online").asBoolean());
        return daemon;
    }

    @Test
    void searchedFetchedAskedRemoved() {
        Running daemon = daemon();
        assertTrue(one("model", "library", "--json").size() >= 30);
        assertTrue(
                one("model", "search", "wee", "--json").findValuesAsText("repo").contains(REPO));
        assertEquals(
                "Q8_0",
                one("model", "search", REPO, "--json")
                        .at("/files/0/quantization")
                        .asText());

        JsonNode entry = one("model", "pull", REF, "--json");
        assertEquals("installed", entry.path("state").asText(), entry::toString);
        assertEquals(hub.repo(REPO).get(FILE).sha256(), entry.path("sha256").asText());
        String id = entry.path("id").asText();
        long sent = hub.sent();
        assertEquals(id, one("model", "pull", REF, "--json").path("id").asText(), "it is there");
        assertEquals(sent, hub.sent(), "and not fetched again");
        assertEquals("pull", one("model", "downloads", "--json").at("/0/kind").asText());
        JsonNode fit = one("model", "fit", REF, "--json");
        assertEquals("fits", fit.at("/hives/0/verdict").asText(), fit::toString);

        List<JsonNode> answer = json(0, "infer", "--json", "--model", REF, "--prompt", "hello", "--max-tokens", "8");
        assertFalse(answer.getLast().path("text").asText().isBlank(), answer::toString);
        String worker = one("worker", "spawn", "--model", id, "--idle", "3600", "--json")
                .path("worker_id")
                .asText();
        assertEquals(id, one("worker", "list", "--json").at("/0/model_ref").asText());
        one("worker", "stop", worker, "--json");
        await().atMost(SOON).until(() -> one("worker", "list", "--json").isEmpty());

        await().atMost(SOON).until(() -> ends("model", "rm", REF)); // its worker's process ends in a moment
        await().atMost(SOON)
                .until(() ->
                        one("model", "list", "--json").findValuesAsText("id").equals(List.of("demo")));
        assertEquals(0, one("model", "gc", "--json").path("freed_bytes").asLong(), "nothing was left");
        assertEquals(
                "embedded", one("engine", "list", "--json").at("/local/0/name").asText());
        assertEquals(0, one("endpoint", "list", "--json").size());

        daemon.terminate();
        assertEquals(0, daemon.awaitExit(SOON), daemon.said());
        assertEquals(List.of(), sandbox.processes());
    }

    @Test
    void inferFetchesWhatIsNamedAndLeavesNothingRunning() {
        Running infer = Running.start(sandbox, "infer", "--model", REF, "--prompt", "hello", "--max-tokens", "8");
        assertEquals(0, infer.awaitExit(SOON), infer.said());
        assertFalse(infer.stdout().isBlank(), infer.said());
        long size = hub.repo(REPO).get(FILE).size();
        long sent = hub.sent(REPO, FILE);
        assertTrue(sent >= size && sent < size + size / 10, () -> "fetched once: " + sent + " of " + size);
        await().atMost(SOON).untilAsserted(() -> assertEquals(List.of(), sandbox.processes()));
    }

    @Test
    void whatGoesWrongIsToldApart() {
        Running daemon = daemon();
        assertEquals("model_gated", code("model", "pull", "hf:tester/Closed-GGUF"));
        assertEquals("source_not_found", code("model", "pull", "hf:tester/Wee-GGUF:Q2_K"));
        assertEquals("model_not_found", code("model", "pull", "qwen3:999b"));
        assertEquals("source_forbidden", code("model", "pull", "https://127.0.0.1:1/x.gguf"));
        assertEquals("invalid_field", code("model", "pull", "hf:../etc/passwd"));
        hub.faults().wrongContent(true);
        assertEquals("hash_mismatch", code("model", "pull", REF));
        hub.faults().wrongContent(false);
        JsonNode listed = one("model", "list", "--json");
        assertTrue(
                listed.findValuesAsText("id").equals(List.of("demo")) || partial(listed, "Wee-Q8_0"), listed::toString);
        String said = text(1, "model", "pull", "hf:tester/Closed-GGUF");
        assertTrue(said.contains("hint: ") && said.contains("HF_TOKEN"), said);

        sandbox.environment().put("HF_TOKEN", "not of the daemon");
        assertEquals("model_gated", code("model", "pull", "hf:tester/Closed-GGUF"), "the queen's token counts");
        daemon.terminate();
        assertEquals(0, daemon.awaitExit(SOON), daemon.said());

        sandbox.environment().put("HF_TOKEN", hub.token());
        hub.forget();
        Running second = daemon();
        assertEquals(
                "installed",
                one("model", "pull", "hf:tester/Closed-GGUF", "--json")
                        .path("state")
                        .asText());
        assertTrue(
                hub.requests().stream()
                        .filter(request -> request.server().equals("cdn"))
                        .allMatch(request -> request.headers().toString().indexOf(hub.token()) < 0),
                "the token never leaves the hub");
        assertTrue(hub.requests().stream().anyMatch(request -> request.server().equals("cdn")));
        second.terminate();
        assertEquals(0, second.awaitExit(SOON), second.said());
    }

    private boolean ends(String... command) {
        return Running.start(sandbox, command).awaitExit(SOON) == 0;
    }

    private static boolean partial(JsonNode listed, String id) {
        for (JsonNode entry : listed) {
            if (entry.path("id").asText().equals(id)) {
                return entry.path("state").asText().equals("partial");
            }
        }
        return false;
    }

    private String code(String... command) {
        String[] all = Arrays.copyOf(command, command.length + 1);
        all[command.length] = "--json";
        return json(1, all).getFirst().at("/error/code").asText();
    }
}
