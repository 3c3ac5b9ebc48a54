package dev.rbee.product;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the real image, in JSON, against a daemon. */
class CommandsIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path temp;

    private Sandbox sandbox;

    @BeforeEach
    void open() {
        sandbox = new Sandbox(temp);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private List<JsonNode> json(int exit, String... command) {
        Running running = Running.start(sandbox, command);
        assertEquals(exit, running.awaitExit(SOON), String.join(" ", command) + "\n" + running.said());
        assertEquals("", running.stderr(), String.join(" ", command));
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

    @Test
    void everyCommandAnswersInJson() throws IOException {
        Running daemon = Running.start(sandbox, "--daemon");
        String ready = daemon.awaitLine(line -> true, SOON);
        assertEquals("ready http://127.0.0.1:" + sandbox.port("QUEEN"), ready, daemon.said());

        assertEquals("local", one("status", "--json").at("/hives/0/id").asText());
        await().atMost(SOON)
                .until(() -> one("hive", "list", "--json").at("/0/online").asBoolean());
        assertEquals(0, one("worker", "list", "--json").size());
        assertEquals("demo", one("model", "list", "--json").at("/0/id").asText());
        tokens();
        String worker = one("worker", "spawn", "--model", "demo", "--json")
                .path("worker_id")
                .asText();
        assertFalse(worker.isEmpty(), "the worker's id");
        List<JsonNode> answer = json(0, "infer", "--json", "--prompt", "hello", "--max-tokens", "8");
        assertEquals("end", answer.getLast().path("type").asText());
        assertFalse(answer.getLast().path("text").asText().isBlank());
        assertEquals(1, one("worker", "list", "--json").size(), "it was there before, so it stays");
        json(0, "worker", "logs", worker, "--json");
        assertEquals(
                "draining",
                one("worker", "drain", worker, "--json").path("state").asText());
        String second = one("worker", "spawn", "--model", "demo", "--json")
                .path("worker_id")
                .asText();
        assertEquals(
                "stopped", one("worker", "stop", second, "--json").path("state").asText());
        json(0, "infer", "--json", "--prompt", "again", "--max-tokens", "4"); // in the place of what has ended
        assertEquals(
                "worker_not_found",
                json(1, "worker", "stop", "nope", "--json")
                        .getFirst()
                        .at("/error/code")
                        .asText());
        models();
        assertFalse(json(0, "logs", "--json", "--lines", "5").isEmpty());
        assertTrue(one("config", "--json").path("settings").has("queen.port"));
        one("hive", "drain", "local", "--json");
        one("hive", "start", "local", "--json");

        daemon.terminate();
        assertEquals(0, daemon.awaitExit(SOON), daemon.said());
        assertEquals(ready, daemon.stdout(), "one line and no more");
        assertEquals(List.of(), sandbox.processes());
    }

    private void tokens() {
        String id = one("token", "new", "--name", "me", "--json").path("id").asText();
        assertEquals(id, one("token", "list", "--json").at("/0/id").asText());
        one("token", "revoke", id, "--json");
        assertEquals(0, one("token", "list", "--json").size());
    }

    private void models() throws IOException {
        Path file = temp.resolve("copy of demo.gguf");
        Files.copy(Image.folder().resolve("assets/models/rbee-demo.gguf"), file);
        assertEquals(
                "mine",
                one("model", "import", file.toString(), "--name", "mine", "--json")
                        .path("id")
                        .asText());
        one("model", "rm", "mine", "--json");
        assertTrue(Files.exists(file), "imported in place, so it stays");
        await().atMost(SOON).until(() -> one("model", "list", "--json").size() == 1);
    }

    @Test
    void withoutAQueenCommandsSayHowToStartOne() {
        JsonNode error = json(1, "status", "--json").getFirst().path("error");
        assertEquals("queen_not_found", error.path("code").asText());
        assertTrue(error.path("hint").asText().contains("rbee --daemon"));
    }

    @Test
    void aPortAskedForByNameMustBeFree() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(stranger.getLocalPort());
            Running running = Running.start(sandbox, "--daemon", "--json", "--port", port);
            assertEquals(1, running.awaitExit(SOON), running.said());
            assertTrue(running.stdout().contains("\"port_taken\""), running.said());
            assertEquals(List.of(), sandbox.processes());
        }
    }
}
