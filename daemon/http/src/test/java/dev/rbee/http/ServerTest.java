package dev.rbee.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.auth.Headers;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.ComponentRef;
import dev.rbee.http.gate.AdminGate;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerTest {
    private Server server;

    @BeforeEach
    void start() {
        server = ServerSpec.builder("test", "i-1", new AdminGate(Call.TOKEN))
                .proofSecret(Call.TOKEN)
                .grace(Duration.ofMillis(200))
                .routes(routes -> routes.get("/v1/things", x -> x.json(200, Map.of("list", true)))
                        .get(
                                "/v1/things/{id}",
                                x -> x.json(
                                        200,
                                        Map.of(
                                                "id",
                                                x.path("id"),
                                                "q",
                                                x.query("q").orElse("-"))))
                        .post("/v1/refs", x -> x.json(200, x.body(ComponentRef.class)))
                        .delete("/v1/things/{id}", Exchange::noContent)
                        .get("/v1/defect", x -> {
                            throw new IllegalStateException("broken");
                        })
                        .get("/v1/silent", x -> {}))
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void healthIsOpenAndProvesTheSecret() throws IOException {
        for (String path : new String[] {"/health", "/v1/health"}) {
            Call call = Call.of(Call.to(server, "GET", path, null)
                    .header(Headers.CHALLENGE, "n1")
                    .build());
            assertEquals(200, call.status());
            assertTrue(call.body().contains("\"status\":\"ok\""), call.body());
            assertEquals(
                    Keys.proof(Call.TOKEN, "n1", server.port()), call.headers().get(Headers.PROOF));
        }
        assertNull(Call.of(Call.to(server, "GET", "/health", null).build())
                .headers()
                .get(Headers.PROOF));
    }

    @Test
    void routesAndNames() throws IOException {
        assertEquals(
                "{\"list\":true}", Call.admin(server, "GET", "/v1/things", null).body());
        String one =
                Call.admin(server, "GET", "/v1/things/hf:a%2Fb?q=x%20y", null).body();
        assertTrue(one.contains("\"hf:a/b\"") && one.contains("\"x y\""), one);
        String other =
                Call.admin(server, "GET", "/v1/things/b?x&q=1%261+2&q=3", null).body();
        assertTrue(other.contains("\"1&1 2\""), other);
        assertTrue(Call.admin(server, "GET", "/v1/things/b?qq=1", null).body().contains("\"-\""));
        assertEquals(204, Call.admin(server, "DELETE", "/v1/things/a", null).status());
    }

    @Test
    void expectedFailures() throws IOException {
        assertEquals(
                "invalid_api_key",
                Call.of(Call.to(server, "GET", "/v1/things", null).build()).code());
        Call unknown = Call.admin(server, "GET", "/v1/nothing", null);
        assertEquals(404, unknown.status());
        assertEquals("route_not_found", unknown.code());
        Call wrong = Call.admin(server, "POST", "/v1/things/a", "{}");
        assertEquals(405, wrong.status());
        assertEquals("DELETE, GET", wrong.headers().get("Allow"));
        assertEquals(
                "invalid_json",
                Call.admin(server, "POST", "/v1/refs", "not json").code());
        assertEquals("invalid_json", Call.admin(server, "POST", "/v1/refs", "").code());
        assertEquals(
                "invalid_field",
                Call.admin(server, "POST", "/v1/refs", "{\"component_type\":\"ufo\"}")
                        .code());
        assertEquals(
                421,
                Call.of(Call.to(server, "GET", "/v1/things", null)
                                .header("Authorization", "Bearer " + Call.TOKEN)
                                .header(Headers.INSTANCE, "other")
                                .build())
                        .status());
    }

    @Test
    void defectsAre500WithAnIdAndNothingElse() throws IOException {
        Call call = Call.admin(server, "GET", "/v1/defect", null);
        assertEquals(500, call.status());
        assertEquals("internal_error", call.code());
        assertTrue(!call.body().contains("broken"), call.body());
        assertEquals(500, Call.admin(server, "GET", "/v1/silent", null).status());
    }

    @Test
    void takenPortAndForeignAddressAreRefused() {
        ProblemException taken = assertThrows(
                ProblemException.class,
                () -> ServerSpec.builder("test", "i-2", new AdminGate(Call.TOKEN))
                        .port(server.port())
                        .start());
        assertEquals(ProblemCode.PORT_TAKEN, taken.problem().code());
        ProblemException foreign = assertThrows(
                ProblemException.class,
                () -> ServerSpec.builder("test", "i-2", new AdminGate(Call.TOKEN))
                        .bind("0.0.0.0")
                        .start());
        assertEquals(ProblemCode.CONFIG_INVALID, foreign.problem().code());
    }

    @Test
    void closeIsQuickWhenIdle() throws IOException {
        Call.admin(server, "GET", "/v1/things", null);
        long before = System.nanoTime();
        server.close();
        assertTrue(Duration.ofNanos(System.nanoTime() - before).toMillis() < 1500);
    }
}
