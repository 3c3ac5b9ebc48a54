package dev.rbee.worker.boot;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.Proof;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Caller;
import dev.rbee.http.Exchange;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.FleetGate;
import dev.rbee.worker.child.WorkerChild;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker, and a queen that is also the registry and writes down what she hears. */
class AnnouncingIT {
    /** Where the queen says that she reaches the worker. */
    private static final int TUNNEL = 40_001;

    @TempDir
    Path home;

    private final List<JsonNode> components = new CopyOnWriteArrayList<>();
    private final List<JsonNode> registrations = new CopyOnWriteArrayList<>();
    private final List<JsonNode> beats = new CopyOnWriteArrayList<>();
    private final AtomicBoolean gone = new AtomicBoolean();

    private Server queen(int port) {
        return ServerSpec.builder("queen", "q-1", new FleetGate(WorkerChild.TOKEN, (method, path) -> true))
                .port(port)
                .proofSecret(WorkerChild.TOKEN)
                .grace(Duration.ZERO)
                .routes(routes -> routes.post("/v1/registry/register", x -> {
                            components.add(x.json());
                            x.json(200, Map.of("component_id", "w", "heartbeat_interval_s", 1, "online_window_s", 30));
                        })
                        .post("/v1/registry/heartbeat", x -> x.json(200, Map.of()))
                        .delete("/v1/registry/unregister", x -> x.json(200, Map.of()))
                        .post("/v1/workers/register", x -> register(x.caller(), x.json(), x))
                        .post("/v1/workers/ready", x -> register(x.caller(), x.json(), x))
                        .post("/v1/worker-heartbeat", x -> {
                            beats.add(x.json());
                            if (gone.get()) {
                                throw ProblemException.of(ProblemCode.WORKER_GONE, "Gone.", null);
                            }
                            x.json(200, Map.of("status", "ok", "message", "", "next_ms", 300));
                        }))
                .start();
    }

    private void register(Caller caller, JsonNode body, Exchange x) {
        assertTrue(caller instanceof Caller.Worker, caller.label());
        registrations.add(body);
        x.json(
                200,
                Map.of(
                        "success",
                        true,
                        "worker_id",
                        body.get("worker_id"),
                        "epoch",
                        registrations.size(),
                        "next_ms",
                        300,
                        "message",
                        "",
                        "port",
                        TUNNEL));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void itIsKnownAlsoWhereNobodyWasThereAtItsStartAndEndsWhenItIsNotWanted() throws Exception {
        int port = freePort();
        String url = "http://127.0.0.1:" + port;
        try (WorkerChild worker = WorkerChild.serving(
                home, WorkerChild.Options.of(WorkerChild.DEMO).announcing(url, url))) {
            assertEquals(
                    "ok", WorkerChild.tree(worker.get("/health")).get("status").asText());
            try (Server queen = queen(port)) {
                await().atMost(Duration.ofSeconds(35)).until(() -> !registrations.isEmpty() && !components.isEmpty());
                JsonNode self = registrations.getFirst();
                assertEquals(worker.id(), self.get("worker_id").asText());
                assertEquals(
                        "http://127.0.0.1:" + worker.port(), self.get("url").asText());
                assertEquals("demo", self.get("model_ref").asText());
                assertEquals(2, self.get("slots_total").asInt());
                assertEquals(1024, self.get("context").asInt());
                assertEquals(
                        "worker", components.getFirst().get("component_type").asText());
                assertEquals("demo", components.getFirst().at("/metadata/model").asText());

                await().atMost(Duration.ofSeconds(10)).until(() -> beats.size() > 1);
                JsonNode beat = beats.getLast().get("worker");
                assertEquals("ready", beat.get("status").asText());
                assertEquals(1, beat.get("epoch").asInt());
                assertTrue(beat.get("memory_bytes").asLong() > 10_000_000);
                assertTrue(beats.getLast().at("/worker/seq").asLong()
                        > beats.getFirst().at("/worker/seq").asLong());

                Credential ours = Credential.toWorker(WorkerChild.TOKEN, worker.id());
                try (Http http = new Http()) {
                    String here = "http://127.0.0.1:" + worker.port();
                    assertTrue(Proof.holds(http, here, ours) && Proof.holds(http, here, ours, TUNNEL));
                }

                int before = registrations.size();
                assertEquals(200, worker.post("/v1/announce", "{}").statusCode());
                await().atMost(Duration.ofSeconds(10)).until(() -> registrations.size() > before);

                gone.set(true);
                assertEquals(0, worker.exit(Duration.ofSeconds(10)));
                assertEquals(queen.port(), port);
            }
        }
    }
}
