package dev.rbee.service.hive;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.KnownComponents;
import dev.rbee.client.Proof;
import dev.rbee.client.WorkerClient;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.hives.HiveHeart;
import dev.rbee.contract.hives.HiveHeartbeat;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.LinkHive;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.hives.RegisteredHive;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.RegisterRequest;
import dev.rbee.contract.registry.RegisterResponse;
import dev.rbee.contract.workers.HeartbeatReply;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.SpawnedWorker;
import dev.rbee.contract.workers.WorkerIdentity;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.FleetGate;
import dev.rbee.service.hive.boot.HiveMain;
import dev.rbee.service.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hive whose queen is on another machine, as that queen's gateway sees it. */
@Timeout(120)
class LinkedHiveIT {
    private static final String TOKEN = "rbee_the-installation-s-own-token";
    private static final String NODE = Keys.nodeKey(TOKEN, "n1");
    private static final int TUNNEL = 40_123;

    @TempDir
    Path folder;

    private final List<RegisterHive> hives = new CopyOnWriteArrayList<>();
    private final List<RegisterRequest> components = new CopyOnWriteArrayList<>();
    private final List<HiveHeart> beats = new CopyOnWriteArrayList<>();
    private final Http http = new Http();
    private Home home;
    private HiveServer hive;
    private HiveCalls calls;

    @BeforeEach
    void start() throws IOException {
        home = Home.at(folder.resolve("home")).create();
        Files.writeString(home.tokenFile(), NODE + "\n");
        hive = HiveMain.start(HiveProcess.options(home));
        calls = new HiveCalls(hive.url(), NODE);
    }

    @AfterEach
    void stop() {
        hive.stop(Duration.ofSeconds(1));
        http.close();
    }

    /** Beats only when there is news: the next one that is due by itself comes in a minute. */
    private Server gateway() {
        return ServerSpec.builder("gateway", "g", FleetGate.gateway(NODE, TOKEN, (m, p) -> true))
                .proofSecret(NODE)
                .workerSecret(TOKEN)
                .grace(Duration.ZERO)
                .routes(r -> r.post("/v1/hives/register", x -> {
                            hives.add(x.body(RegisterHive.class));
                            x.json(200, new RegisteredHive(true, "n1", 60_000, "", TUNNEL));
                        })
                        .post("/v1/hive-heartbeat", x -> {
                            beats.add(Objects.requireNonNull(
                                    x.body(HiveHeartbeat.class).hive()));
                            x.json(200, new HeartbeatReply("ok", "", 60_000, TUNNEL));
                        })
                        .post("/v1/registry/register", x -> {
                            components.add(x.body(RegisterRequest.class));
                            x.json(200, new RegisterResponse("n1", 15, 30, TUNNEL));
                        })
                        .post("/v1/registry/heartbeat", x -> x.json(200, Map.of()))
                        .delete("/v1/registry/unregister", x -> x.json(200, Map.of()))
                        .delete("/v1/workers/{id}", x -> x.json(200, Map.of())))
                .start();
    }

    private static SpawnWorker spawn(WorkerIdentity identity) {
        return new SpawnWorker("demo", null, null, null, null, null, null, null, identity);
    }

    private static WorkerIdentity identity(String id) {
        return new WorkerIdentity(id, Keys.workerKey(TOKEN, id), Keys.fingerprint(TOKEN));
    }

    @Test
    void registersThroughTheGatewayAtOnceAndAgainThroughTheNextOne() {
        assertTrue(home.existingToken() != null && hive.routes().contains("POST /v1/link"));
        try (Server gateway = gateway()) {
            calls.client.link(new LinkHive(gateway.url(), TUNNEL));
            await().atMost(Duration.ofSeconds(20)).until(() -> !beats.isEmpty() && !components.isEmpty());
            assertEquals(HiveMode.NETWORK, hives.getFirst().mode());
            assertEquals(hive.port(), hives.getFirst().port());
            assertTrue(Objects.requireNonNull(beats.getFirst().ramFreeBytes()) > 0);
            assertTrue(Proof.holds(http, hive.url(), Credential.admin(NODE), TUNNEL));
            KnownComponents known = new KnownComponents(home.knownComponents());
            assertEquals(List.of(gateway.url()), known.urls("registry"));
            assertEquals(List.of(gateway.url()), known.urls("queen"));
        }
        hives.clear();
        components.clear();
        try (Server next = gateway()) {
            calls.client.link(new LinkHive(next.url(), TUNNEL + 1));
            await().atMost(Duration.ofSeconds(20)).until(() -> !hives.isEmpty() && !components.isEmpty());
        }
    }

    @Test
    void workersGetTheIdentityThatTheQueenSentAndAreCountedAtOnce() throws Exception {
        try (Server gateway = gateway()) {
            calls.client.link(new LinkHive(gateway.url(), TUNNEL));
            await().atMost(Duration.ofSeconds(20)).until(() -> !beats.isEmpty());

            SpawnedWorker worker = calls.client.spawn(spawn(identity("w-1")));
            assertEquals("w-1", worker.workerId());
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> Objects.equals(beats.getLast().workers(), 1));
            WorkerClient client = WorkerClient.of(http, "http://127.0.0.1:" + worker.port(), "w-1", TOKEN);
            assertTrue(client.remote().proven());
            String environment = Files.readString(Path.of("/proc", worker.pid() + "", "environ"))
                    .replace('\0', ' ');
            assertFalse(environment.contains("rbw_") || environment.contains("rbn_"), environment);
            assertEquals(
                    "already_exists",
                    assertThrows(ProblemException.class, () -> calls.client.spawn(spawn(identity("w-1"))))
                            .problem()
                            .code()
                            .wire());

            calls.client.link(new LinkHive(gateway.url(), TUNNEL));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> calls.send("GET", "/v1/workers/w-1/logs?follow=false", "")
                            .body()
                            .contains("asked to announce itself"));
            calls.client.stopWorker("w-1"); // by the worker's own key, else this would take the whole drain time
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> Objects.equals(beats.getLast().workers(), 0));
        }
    }

    @Test
    void refusesSpawnsWithoutAWholeIdentityAndLinksThatLeadElsewhere() throws Exception {
        String key = Keys.workerKey(TOKEN, "w-1");
        String print = Keys.fingerprint(TOKEN);
        for (String bad : List.of(
                "",
                ",\"identity\":{\"worker_id\":\"w-2\",\"key\":\"" + key + "\",\"token_fingerprint\":\"" + print + "\"}",
                ",\"identity\":{\"worker_id\":\"w-1\",\"key\":\"" + key + "\",\"token_fingerprint\":\"x\"}",
                ",\"identity\":{\"worker_id\":\"w-1\",\"token_fingerprint\":\"" + print + "\"}")) {
            var refused = calls.send("POST", "/v1/workers/spawn", "{\"model\":\"demo\"" + bad + "}");
            assertEquals(400, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains("\"param\":\"identity\""), refused.body());
            assertFalse(refused.body().contains(key), refused.body());
        }
        for (String bad : List.of(
                "{\"gateway\":\"http://example.com:80\",\"port\":7}",
                "{\"gateway\":\"http://127.0.0.1:70000x\",\"port\":7}",
                "{\"port\":7}",
                "{\"gateway\":\"http://127.0.0.1:7000\",\"port\":0}")) {
            assertEquals(400, calls.send("POST", "/v1/link", bad).statusCode(), bad);
        }
        assertEquals(
                401,
                new HiveCalls(hive.url(), TOKEN).send("POST", "/v1/link", "{}").statusCode());
    }
}
