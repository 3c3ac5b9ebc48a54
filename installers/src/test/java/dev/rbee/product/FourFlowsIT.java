package dev.rbee.product;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.auth.Keys;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The discovery flows of the registry's design (seed 003), each part a process of its own. */
class FourFlowsIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String HELLO =
            "{\"model\":\"demo\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}],\"max_tokens\":32}";

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

    private Running ready(String... arguments) {
        Running running = Running.start(sandbox, arguments);
        running.awaitLine(line -> line.startsWith("ready "), SOON);
        return running;
    }

    private JsonNode registered() {
        return sandbox.api("REGISTRY").get("/v1/registry/components");
    }

    private void awaitQueenLists(int hives, int workers) {
        Api queen = sandbox.api("QUEEN");
        await().atMost(SOON).untilAsserted(() -> {
            assertEquals(hives, queen.get("/v1/hives/list").size());
            assertEquals(
                    workers,
                    queen.get("/v1/workers/list?online=true&state=idle").size());
        });
    }

    private static void assertAnswers(Api at) {
        String text = at.post("/v1/chat/completions", HELLO)
                .at("/choices/0/message/content")
                .asText();
        assertFalse(text.isBlank(), "an empty answer");
    }

    @Test
    void flow1TheQueenIsThereFirst() {
        ready("registry");
        ready("queen");
        ready("hive");
        ready("worker", "--model", "demo");
        awaitQueenLists(1, 1);
        JsonNode capabilities =
                sandbox.api("QUEEN").get("/v1/hives/list").get(0).path("capabilities");
        assertTrue(capabilities.path("devices").size() > 0, capabilities.toString());
        assertAnswers(sandbox.api("QUEEN"));
    }

    @Test
    void flow2AWorkerIsThereBeforeTheQueen() {
        ready("worker", "--model", "demo"); // not even a registry yet
        ready("registry");
        await().atMost(SOON).until(() -> registered().path("workers").size() == 1);
        ready("queen");
        awaitQueenLists(0, 1);
        JsonNode worker = sandbox.api("QUEEN").get("/v1/workers/list").get(0);
        await().atMost(SOON)
                .until(() -> sandbox.api("QUEEN")
                                .get("/v1/workers/" + worker.path("id").asText())
                                .path("epoch")
                                .asLong()
                        > 0); // it registered by itself
        assertAnswers(sandbox.api("QUEEN"));
    }

    @Test
    void flow3NobodyNeedsAQueen() {
        ready("registry");
        ready("worker", "--model", "demo");
        await().atMost(SOON).until(() -> registered().path("workers").size() == 1);
        JsonNode components = registered();
        assertTrue(components.has("queen") && components.path("queen").isNull(), components.toString());
        JsonNode worker = components.path("workers").get(0);
        assertTrue(worker.path("online").asBoolean());
        assertEquals("demo", worker.path("model").asText());
        String url = "http://" + worker.path("hostname").asText() + ":"
                + worker.path("port").asInt();
        await().atMost(SOON)
                .until(() -> "ok"
                        .equals(new Api(url, "").get("/health").path("status").asText()));
        assertAnswers(new Api(url, sandbox.token()));
        assertAnswers(new Api(
                url, Keys.workerKey(sandbox.token(), worker.path("worker_id").asText())));
    }

    @Test
    void flow4TheQueenComesLast() {
        ready("registry");
        ready("hive");
        String spawned = sandbox.api("LOCAL_HIVE")
                .post("/v1/workers/spawn", "{\"model\":\"demo\"}")
                .path("worker_id")
                .asText();
        ready("worker", "--model", "demo");
        await().atMost(SOON).until(() -> registered().path("workers").size() == 2);
        ready("queen");
        awaitQueenLists(1, 2);
        JsonNode worker = sandbox.api("QUEEN").get("/v1/workers/" + spawned);
        assertEquals("demo", worker.path("model_ref").asText());
        assertFalse(registered().path("queen").isNull());
        assertAnswers(sandbox.api("QUEEN"));
    }

    @Test
    void theRegistryMayGoAndComeBack() {
        Running registry = ready("registry");
        ready("worker", "--model", "demo");
        await().atMost(SOON).until(() -> registered().path("workers").size() == 1);
        registry.terminate();
        assertEquals(0, registry.awaitExit(SOON), registry.said());
        ready("registry"); // a clean slate
        await().atMost(SOON).until(() -> registered().path("workers").size() == 1);
    }
}
