package dev.rbee.service.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.RegistryClient;
import dev.rbee.client.Remote;
import dev.rbee.client.Reply;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.json.Json;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryServerTest {
    private static final String TOKEN = "rbee_registry_test";
    private static final String WORKER =
            "{\"component_type\":\"worker\",\"component_id\":\"w1\",\"hostname\":\"localhost\","
                    + "\"port\":8080,\"metadata\":{\"worker_type\":\"llm\",\"model\":\"llama-3.2-1b\"}}";

    private final AtomicLong nanos = new AtomicLong();
    private final Http http = new Http();
    private final RegistryServer server = RegistryServer.start(new RegistryServer.Options(
            "127.0.0.1", 0, TOKEN, "r1", InstantSource.system(), nanos::get, RegistryListener.NONE));

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    private Reply call(String token, String method, String path, @Nullable String body) {
        Remote remote = new Remote(server.url(), () -> Credential.admin(token), http);
        return http.call(remote.request(path)
                .method(method, body == null ? null : okhttp3.RequestBody.create(body, null))
                .build());
    }

    private String code(String token, String method, String path, @Nullable String body) {
        Reply reply = call(token, method, path, body);
        return reply.ok()
                ? "ok"
                : Json.tree(reply.body()).path("error").path("code").asText();
    }

    @Test
    void theWholeLifeOfAWorker() {
        JsonNode answer = call(TOKEN, "POST", "/v1/registry/register", WORKER).as(JsonNode.class);
        assertEquals("{\"component_id\":\"w1\",\"heartbeat_interval_s\":15,\"online_window_s\":30}", answer.toString());
        JsonNode entry = call(TOKEN, "GET", "/v1/registry/workers", null)
                .as(JsonNode.class)
                .path(0);
        assertEquals("w1", entry.path("worker_id").asText());
        assertEquals("llm", entry.path("worker_type").asText());
        assertEquals("llama-3.2-1b", entry.path("model").asText());
        assertTrue(entry.path("online").asBoolean());
        assertTrue(entry.has("registered_at")
                && entry.has("last_seen")
                && entry.path("port").asInt() == 8080);
        assertEquals("ok", code(TOKEN, "POST", "/v1/registry/heartbeat", WORKER));
        nanos.addAndGet(Duration.ofMillis(4900).toNanos());
        assertEquals("ok", code(TOKEN, "DELETE", "/v1/registry/unregister", WORKER));
        assertEquals("component_unknown", code(TOKEN, "POST", "/v1/registry/heartbeat", WORKER));
        assertEquals("[]", call(TOKEN, "GET", "/v1/registry/workers", null).text());
    }

    @Test
    void listsAreThereWhenEmpty() {
        assertEquals("[]", call(TOKEN, "GET", "/v1/registry/hives", null).text());
        assertEquals("queen_not_found", code(TOKEN, "GET", "/v1/registry/queen", null));
        assertEquals(
                "{\"hives\":[],\"workers\":[],\"queen\":null,\"gui\":null}",
                call(TOKEN, "GET", "/v1/registry/components", null).text());
        Remote remote = new Remote(server.url(), () -> Credential.admin(TOKEN), http);
        assertEquals("registry", remote.info().component());
        assertTrue(new RegistryClient(remote).queen().isEmpty());
        assertTrue(remote.proven());
    }

    @Test
    void unregisterTakesQueryParameters() {
        assertEquals("ok", code(TOKEN, "POST", "/v1/registry/register", WORKER));
        assertEquals(
                "invalid_field",
                code(TOKEN, "DELETE", "/v1/registry/unregister?component_type=ufo&component_id=w1", null));
        assertEquals("missing_field", code(TOKEN, "DELETE", "/v1/registry/unregister?component_type=worker", null));
        assertEquals(
                "ok", code(TOKEN, "DELETE", "/v1/registry/unregister?component_type=worker&component_id=w1", null));
    }

    @Test
    void aWorkerKeySpeaksOfItselfOnly() {
        String own = Keys.workerKey(TOKEN, "w1");
        String other = Keys.workerKey(TOKEN, "w2");
        assertEquals("ok", code(own, "POST", "/v1/registry/register", WORKER));
        assertEquals("forbidden_scope", code(other, "POST", "/v1/registry/register", WORKER));
        assertEquals("forbidden_scope", code(other, "POST", "/v1/registry/heartbeat", WORKER));
        assertEquals("forbidden_scope", code(other, "DELETE", "/v1/registry/unregister", WORKER));
        assertEquals(
                "forbidden_scope",
                code(own, "POST", "/v1/registry/register", WORKER.replace("\"worker\"", "\"queen\"")));
        assertEquals("forbidden_scope", code(own, "GET", "/v1/registry/components", null));
        assertEquals("queen_not_found", code(own, "GET", "/v1/registry/queen", null));
        assertEquals("invalid_api_key", code(own + "0", "GET", "/v1/registry/queen", null));
        Credential worker = Credential.worker("w1", own);
        assertTrue(new Remote(server.url(), () -> worker, http).proven());
    }

    @Test
    void badFieldsAreNamed() {
        assertEquals("invalid_json", code(TOKEN, "POST", "/v1/registry/register", "{"));
        assertEquals("missing_field", code(TOKEN, "POST", "/v1/registry/register", "{}"));
        for (String[] change : new String[][] {
            {"\"w1\"", "\"../w1\""},
            {"\"w1\"", "\"" + "w".repeat(129) + "\""},
            {"\"localhost\"", "\"http://evil/\""},
            {"\"localhost\"", "\"a b\""},
            {"8080", "0"},
            {"8080", "70000"},
            {"8080", "\"8080\""},
            {"\"worker\"", "\"ufo\""},
            {"\"llm\"", "7"},
            {"\"llama-3.2-1b\"", "\"" + "m".repeat(5000) + "\""},
        }) {
            assertEquals(
                    "invalid_field",
                    code(TOKEN, "POST", "/v1/registry/register", WORKER.replace(change[0], change[1])),
                    change[1]);
        }
        assertEquals("body_too_large", code(TOKEN, "POST", "/v1/registry/register", "x".repeat(100_000)));
    }

    @Test
    void everyRouteWantsTheTokenAndNoForeignPage() {
        assertEquals(8, server.routes().size());
        for (String route : server.routes()) {
            String method = route.substring(0, route.indexOf(' '));
            String path = route.substring(route.indexOf(' ') + 1);
            String body = method.equals("POST") ? "{}" : null;
            assertEquals("invalid_api_key", code("wrong", method, path, body), route);
            Remote remote = new Remote(server.url(), () -> Credential.admin(TOKEN), http);
            for (String[] header : new String[][] {
                {"Origin", "null"},
                {"Origin", "http://evil.example"},
                {"Sec-Fetch-Site", "cross-site"},
                {"Host", "evil"}
            }) {
                okhttp3.Request request = remote.request(path)
                        .header(header[0], header[1])
                        .method(method, body == null ? null : okhttp3.RequestBody.create(body, null))
                        .build();
                assertEquals(403, http.call(request).status(), route + " " + header[0]);
            }
        }
    }
}
