package dev.rbee.service.queen.workers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ErrorEnvelope;
import dev.rbee.contract.workers.HeartbeatReply;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.FleetGate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The worker routes as the seeds' own examples call them. */
class WorkerRoutesTest {
    private static final String TOKEN = "rbee_admin";
    private static final String READY = """
            {"worker_id":"worker-abc123","url":"http://127.0.0.1:8081","model_ref":"hf:TheBloke/TinyLlama",
             "backend":"cuda","device":0,"node_name":"gpu-server-1"}""";
    private static final String BEAT = """
            {"worker":{"id":"worker-123","model_id":"meta-llama/Llama-2-7b","device":"GPU-0","port":9301,"status":"ready",
             "implementation":"llm-worker-rbee","version":"0.1.0"},"timestamp":"2025-10-23T10:00:00Z"}""";

    private final Fleet fleet = new Fleet();
    private final List<String> ended = new ArrayList<>();
    private final OkHttpClient client = new OkHttpClient();
    private final WorkerRoutes routes = new WorkerRoutes(fleet.registry, new WorkerEnds() {
        @Override
        public void drain(WorkerInfo worker) {
            ended.add("drain " + worker.id());
        }

        @Override
        public void stop(WorkerInfo worker) {
            ended.add("stop " + worker.id());
        }
    });
    private final Server server = ServerSpec.builder("queen", "q", new FleetGate(TOKEN, WorkerRoutes::openToWorkers))
            .grace(Duration.ofMillis(100))
            .routes(routes::routes)
            .start();

    @AfterEach
    void close() {
        server.close();
    }

    private record Answer(int status, String body) {
        String code() {
            return Json.read(body, ErrorEnvelope.class).error().code().wire();
        }
    }

    private Answer call(String method, String path, String body, String token) throws IOException {
        Request request = new Request.Builder()
                .url(server.url() + path)
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? null : RequestBody.create(body, null))
                .build();
        try (Response response = client.newCall(request).execute()) {
            return new Answer(response.code(), response.body().string());
        }
    }

    private Answer admin(String method, String path, String body) throws IOException {
        return call(method, path, body, TOKEN);
    }

    private int listed(String query) throws IOException {
        return Json.read(admin("GET", "/v1/workers/list" + query, "").body(), WorkerInfo[].class).length;
    }

    @Test
    void theSeedsOwnExamplesWork() throws IOException {
        assertEquals(200, admin("POST", "/v1/workers/ready", READY).status());
        Answer beat = admin("POST", "/v1/worker-heartbeat", BEAT);
        HeartbeatReply reply = Json.read(beat.body(), HeartbeatReply.class);
        assertEquals("ok", reply.status());
        String list = admin("GET", "/v1/workers/list", "").body();
        assertTrue(list.startsWith("[{\"id\":\"worker-123\""), list);
        assertTrue(list.contains("\"device\":\"GPU-0\"") && list.contains("\"device\":0"), list);
        assertEquals(1, listed("?model=meta-llama/Llama-2-7b"));
        assertEquals(1, listed("?node=gpu-server-1"));
        assertEquals(2, listed("?state=idle&online=true"));
        assertEquals(0, listed("?online=false"));
        assertEquals(
                "invalid_field",
                admin("GET", "/v1/workers/list?state=tired", "").code());
        String update = "{\"worker_id\":\"worker-abc123\",\"state\":\"busy\"}";
        assertEquals(200, admin("POST", "/v1/workers/update", update).status());
        assertEquals(1, listed("?state=busy"));
        assertEquals(
                "worker_not_found",
                admin("POST", "/v1/workers/update", update.replace("abc123", "x"))
                        .code());
        assertEquals(
                "missing_field", admin("POST", "/v1/worker-heartbeat", "{}").code());
        assertEquals(
                "invalid_field",
                admin("POST", "/v1/workers/ready", READY.replace("http:", "ftp:"))
                        .code());
    }

    @Test
    void deletingStopsTheProcessUnlessItHasEnded() throws IOException {
        assertEquals(200, admin("POST", "/v1/workers/register", READY).status());
        assertEquals(200, admin("POST", "/v1/workers/worker-abc123/drain", "{}").status());
        assertEquals(200, admin("DELETE", "/v1/workers/worker-abc123", "").status());
        assertEquals(List.of("drain worker-abc123", "stop worker-abc123"), ended);
        assertEquals(
                "worker_not_found",
                admin("DELETE", "/v1/workers/worker-abc123", "").code());
        assertEquals(200, admin("POST", "/v1/workers/register", READY).status());
        assertEquals(
                200,
                admin("DELETE", "/v1/workers/worker-abc123?reason=exit%20code%209", "")
                        .status());
        assertEquals(2, ended.size());
        assertEquals("exit code 9", fleet.changes.getLast().reason());
        assertEquals(404, admin("GET", "/v1/workers/worker-abc123", "").status());
    }

    @Test
    void aWorkersKeySpeaksOfThatWorkerOnly() throws IOException {
        String own = Keys.workerKey(TOKEN, "worker-abc123");
        assertEquals(200, call("POST", "/v1/workers/ready", READY, own).status());
        assertEquals(200, call("GET", "/v1/workers/worker-abc123", "", own).status());
        assertEquals(403, call("POST", "/v1/worker-heartbeat", BEAT, own).status());
        assertEquals(403, call("GET", "/v1/workers/worker-123", "", own).status());
        assertEquals(403, call("GET", "/v1/workers/list", "", own).status());
        assertEquals(
                403, call("POST", "/v1/workers/worker-abc123/drain", "{}", own).status());
        assertEquals(401, call("GET", "/v1/workers/list", "", "wrong").status());
        assertEquals(200, call("DELETE", "/v1/workers/worker-abc123", "", own).status());
        assertTrue(ended.isEmpty());
        assertFalse(fleet.registry.lists().isOnline("worker-abc123"));
    }
}
