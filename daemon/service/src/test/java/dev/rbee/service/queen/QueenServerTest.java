package dev.rbee.service.queen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.client.QueenClient;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.events.FleetSnapshot;
import dev.rbee.contract.hives.HiveHeart;
import dev.rbee.contract.hives.HiveHeartbeat;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.sqlite.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueenServerTest {
    @TempDir
    Path dir;

    private TestQueen test;
    private QueenClient client;

    @BeforeEach
    void start() {
        test = new TestQueen(dir);
        client = new QueenClient(test.remote());
    }

    @AfterEach
    void stop() {
        test.close();
    }

    @Test
    void saysWhereItServesWhileItServes() {
        var file = test.home.runFile("queen").read().orElseThrow();
        assertEquals(test.queen.url(), file.url());
        assertEquals(test.queen.instance(), file.instance());
        assertEquals("queen", test.remote().info().component());
        assertTrue(test.remote().proven());
        ProblemException second = assertThrows(
                ProblemException.class,
                () -> QueenServer.start(test.options(_ -> List.of()), TestQueen.time(), test.http));
        assertEquals(ProblemCode.ALREADY_RUNNING, second.problem().code());
        test.queen.close();
        assertTrue(test.home.runFile("queen").read().isEmpty());
        try (TestQueen next = new TestQueen(dir)) {
            assertTrue(next.remote().proven());
        }
    }

    @Test
    void noRouteOpensWithoutToken() {
        List<String> routes = test.queen.routes();
        assertTrue(routes.size() > 40, "" + routes.size());
        for (String route : routes) {
            String method = route.substring(0, route.indexOf(' '));
            String path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{[^}]+}", "x");
            int expected = path.equals("/health") || path.equals("/v1/health") ? 200 : 401;
            assertEquals(expected, test.status(method, path, null), route);
            assertEquals(expected, test.status(method, path, "wrong"), route);
        }
    }

    @Test
    void inferenceTokenOpensInferenceOnly() {
        var created = test.remote().post("/v1/tokens", Map.of("name", "editor"), JsonNode.class);
        String token = created.get("token").asText();
        List<String> open = List.of(
                "POST /v1/infer",
                "POST /v1/chat/completions",
                "POST /v1/completions",
                "POST /v1/embeddings",
                "GET /v1/models",
                "GET /v1/models/{id}",
                "GET /health",
                "GET /v1/health");
        for (String route : test.queen.routes()) {
            String method = route.substring(0, route.indexOf(' '));
            String path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{[^}]+}", "x");
            int status = test.status(method, path, token);
            assertEquals(!open.contains(route), status == 403, route + " " + status);
        }
        var listed = test.remote().get("/v1/tokens", JsonNode.class);
        assertEquals("inference", listed.get(0).get("scope").asText());
        assertFalse(listed.toString().contains(token));
        assertFalse(listed.toString().contains(Keys.fingerprint(token)));

        test.remote().delete("/v1/tokens/" + created.get("id").asText());
        assertEquals(401, test.status("GET", "/v1/models", token));
        assertEquals(404, test.status("DELETE", "/v1/tokens/nothing", TestQueen.TOKEN));
        String audit = test.remote().get("/v1/audit", JsonNode.class).toString();
        assertTrue(audit.contains("token.new") && audit.contains("token.revoke"), audit);
        assertTrue(audit.contains("token_not_found"), audit);
    }

    @Test
    void tellsItsHistoryAndItsLog() throws Exception {
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> !client.history(15).points().isEmpty());
        assertEquals(5, client.history(1).intervalS());
        assertEquals(400, test.status("GET", "/v1/stats/history?minutes=0", TestQueen.TOKEN));
        assertEquals(400, test.status("GET", "/v1/requests?since=yesterday", TestQueen.TOKEN));
        assertEquals(400, test.status("GET", "/v1/requests?after=x", TestQueen.TOKEN));
        assertEquals(0, client.requestFacets().total());
        assertEquals(
                0,
                client.requests(Map.of("outcome", "error", "q", "a & b"))
                        .requests()
                        .size());
        assertEquals(0, client.audit(Map.of("action", "no.such")).entries().size());

        String nothing = test.remote().text(QueenClient.LOGS + "?follow=false");
        assertTrue(nothing.contains("event: end") && !nothing.contains("event: log"), nothing);
        Files.createDirectories(test.home.logs());
        Files.writeString(test.home.logs().resolve("rbee.log"), "one\ntwo\nunfinis");
        String some = test.remote().text(QueenClient.LOGS + "?follow=false");
        assertTrue(some.contains("{\"line\":\"two\"}") && !some.contains("unfinis"), some);
    }

    @Test
    void auditSaysWhatASpawnWasFor() {
        assertThrows(
                ProblemException.class,
                () -> test.remote().post("/v1/workers/spawn", Map.of("model", "no-such-model")));
        assertThrows(
                ProblemException.class,
                () -> test.remote().post("/v1/workers/spawn", Map.of("model", "no-such-model", "hive", "gpu-1")));
        assertEquals(400, test.status("POST", "/v1/workers/spawn", TestQueen.TOKEN));
        var targets = client.audit(Map.of("action", "worker.spawn")).entries().stream()
                .map(entry -> String.valueOf(entry.target()))
                .toList();
        assertEquals(List.of("null", "no-such-model on gpu-1", "no-such-model"), targets);
    }

    @Test
    void workerKeyOpensItsOwnWordsOnly() {
        String key = Keys.workerKey(TestQueen.TOKEN, "w1");
        assertEquals(403, test.status("GET", "/v1/hives/list", key));
        assertEquals(403, test.status("GET", "/v1/models", key));
        assertEquals(400, test.status("POST", "/v1/worker-heartbeat", key));
        assertEquals(401, test.status("POST", "/v1/worker-heartbeat", key + "0"));
    }

    @Test
    void hiveRegistersBeatsAndComesBackAfterARestart() {
        var registered = client.registerHive(hive("gpu", 1L));
        assertTrue(registered.nextMs() > 0);
        client.hiveHeartbeat(beat("gpu", 1L, 1L));
        assertEquals(HiveState.ONLINE, client.hive("gpu").status());
        assertEquals(404, test.status("GET", "/v1/hives/nobody", TestQueen.TOKEN));
        assertEquals(400, test.status("POST", "/v1/hive-heartbeat", TestQueen.TOKEN));
        test.queen.close();
        try (TestQueen next = new TestQueen(dir)) {
            QueenClient again = new QueenClient(next.remote());
            assertEquals(HiveState.UNKNOWN, again.hive("gpu").status());
            ProblemException unknown =
                    assertThrows(ProblemException.class, () -> again.hiveHeartbeat(beat("gpu", 1L, 2L)));
            assertEquals(ProblemCode.HIVE_NOT_FOUND, unknown.problem().code());
            again.registerHive(hive("gpu", 1L));
            assertEquals(HiveState.ONLINE, again.hive("gpu").status());
        }
    }

    @Test
    void lastHeartbeatIsInTheDatabaseWhenTheQueenHasEnded() throws Exception {
        client.registerHive(hive("gpu", 1L));
        client.hiveHeartbeat(beat("gpu", 1L, 1L));
        Instant seen = client.hive("gpu").lastSeen();
        test.queen.close();
        try (Connection reader = Sqlite.reader(test.home.database())) {
            assertEquals(String.valueOf(seen), Sqlite.one(reader, "SELECT last_seen FROM hives WHERE id = 'gpu'"));
        }
    }

    @Test
    void eventsBeginWithASnapshotAndResumeWithoutOne() throws Exception {
        client.registerHive(hive("a", 1L));
        var first = test.events("/v1/events", null, "snapshot").getFirst();
        FleetSnapshot snapshot = Json.read(first[2], FleetSnapshot.class);
        assertEquals("a", snapshot.hives().getFirst().id());
        assertEquals(test.queen.instance() + "-" + snapshot.revision(), first[0]);
        client.registerHive(hive("b", 1L));
        var resumed = test.events("/v1/events", first[0], "hive");
        assertTrue(resumed.stream().noneMatch(each -> each[1].equals("snapshot")));
        assertTrue(resumed.getLast()[2].contains("\"id\":\"b\""));
        assertEquals(
                "snapshot",
                test.events("/v1/events", "queen-of-yesterday-7", "snapshot").getFirst()[1]);
        assertEquals("stats", test.events("/v1/events", null, "stats").getLast()[1]);
    }

    @Test
    void nodesAreListedAndRemoved() {
        assertEquals("{\"nodes\":[]}", test.remote().text("/v2/registry/beehives/list"));
        assertEquals(400, test.status("POST", "/v2/registry/beehives/remove", TestQueen.TOKEN));
        ProblemException unknown = assertThrows(
                ProblemException.class,
                () -> test.remote().post("/v2/registry/beehives/remove", Map.of("node_name", "mac")));
        assertEquals(ProblemCode.NODE_NOT_FOUND, unknown.problem().code());
        client.registerHive(hive("mac", 1L));
        test.remote().post("/v2/registry/beehives/remove", Map.of("node_name", "mac"));
        assertEquals(List.of(), client.hives());
        assertEquals(400, test.status("POST", "/v2/registry/beehives/add", TestQueen.TOKEN));
    }

    @Test
    void metricsAreForPrometheus() {
        client.registerHive(hive("a", 1L));
        String text = client.metrics();
        assertTrue(text.contains("rbee_hives{state=\"online\"} 1.0"), text);
        assertTrue(text.contains("rbee_workers{state=\"idle\"} 0.0"), text);
        assertTrue(text.contains("rbee_request_duration_seconds_bucket"), text);
        assertTrue(text.contains("rbee_heartbeats_hives_total"), text);
    }

    @Test
    void shutdownAsksTheProgramToEnd() throws InterruptedException {
        client.shutdown();
        assertTrue(test.stopped.await(10, TimeUnit.SECONDS));
    }

    @Test
    void damagedDatabaseIsSaid() throws Exception {
        client.registerHive(hive("a", 1L));
        test.queen.close();
        Files.writeString(test.home.database(), "rubbish rubbish rubbish rubbish");
        try (TestQueen next = new TestQueen(dir)) {
            assertEquals(1, next.said.size());
            var snapshot = next.events("/v1/events", null, "snapshot").getFirst();
            assertTrue(snapshot[2].contains("was damaged"), snapshot[2]);
            assertEquals("a", new QueenClient(next.remote()).hive("a").id());
        }
    }

    @Test
    void requestsCanBePaged() {
        assertEquals("{\"requests\":[],\"live\":[]}", test.remote().text("/v1/requests?model=demo&limit=5"));
        assertEquals("{\"requests\":[]}", test.remote().text("/v1/requests?before=5"));
        assertEquals(400, test.status("GET", "/v1/requests?limit=many", TestQueen.TOKEN));
        assertEquals(404, test.status("DELETE", "/v1/requests/nothing", TestQueen.TOKEN));
        String audit = test.remote().get("/v1/audit", JsonNode.class).toString();
        assertTrue(audit.contains("request.stop") && audit.contains("request_not_found"), audit);
        assertEquals(404, test.status("GET", "/v1/workers/nothing/placement", TestQueen.TOKEN));
        Request foreign = test.remote()
                .request("/v1/info")
                .header("Origin", "https://evil.example")
                .build();
        assertEquals(403, test.http.call(foreign).status());
    }

    private static RegisterHive hive(String id, long epoch) {
        return new RegisterHive(id, "127.0.0.1", 7835, null, "0.1.0", 42L, epoch, null);
    }

    private static HiveHeartbeat beat(String id, long epoch, long seq) {
        return new HiveHeartbeat(
                new HiveHeart(id, null, null, null, null, null, null, null, null, null, epoch, seq), null);
    }
}
