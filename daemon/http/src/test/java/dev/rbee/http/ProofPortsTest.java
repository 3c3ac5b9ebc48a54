package dev.rbee.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rbee.contract.auth.Headers;
import dev.rbee.contract.auth.Keys;
import dev.rbee.http.gate.FleetGate;
import java.io.IOException;
import java.util.Map;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** A server at the other end of a tunnel: what it proves, and whom a gateway lets in. */
class ProofPortsTest {
    private static final String TOKEN = "rbee_installation";
    private static final String NODE = Keys.nodeKey(TOKEN, "n1");

    private static Server gateway() {
        return ServerSpec.builder(
                        "gateway", "g-1", FleetGate.gateway(NODE, TOKEN, (m, path) -> path.equals("/v1/of-workers")))
                .proofSecret(NODE)
                .workerSecret(TOKEN)
                .routes(r -> r.get(
                                "/v1/of-workers",
                                x -> x.json(200, Map.of("caller", x.caller().label())))
                        .get(
                                "/v1/of-hives",
                                x -> x.json(200, Map.of("caller", x.caller().label()))))
                .start();
    }

    private static String proof(Server server, String worker) throws IOException {
        Request.Builder request = Call.to(server, "GET", "/health", null).header(Headers.CHALLENGE, "n1");
        if (!worker.isEmpty()) {
            request.header(Headers.CHALLENGE_FOR, worker);
        }
        return String.valueOf(Call.of(request.build()).headers().get(Headers.PROOF));
    }

    @Test
    void provesItselfForItsOwnPortAndTheLastOneItWasTold() throws IOException {
        try (Server server = gateway()) {
            String own = Keys.proof(NODE, "n1", server.port());
            assertEquals(own, proof(server, ""));
            server.alsoAt(4711);
            server.alsoAt(4712);
            assertEquals(own + "," + Keys.proof(NODE, "n1", 4712), proof(server, ""));
            server.alsoAt(0);
            assertEquals(own, proof(server, ""));
            assertThrows(IllegalArgumentException.class, () -> server.alsoAt(70_000));
        }
    }

    @Test
    void workersAreProvenToWithKeysOfTheInstallation() throws IOException {
        try (Server server = gateway()) {
            assertEquals(Keys.proof(Keys.workerKey(TOKEN, "w1"), "n1", server.port()), proof(server, "w1"));
        }
    }

    private static String asked(Server server, String path, String bearer) throws IOException {
        Call call = Call.of(Call.to(server, "GET", path, null)
                .header("Authorization", "Bearer " + bearer)
                .build());
        return call.status() == 200 ? call.body() : call.code();
    }

    @Test
    void aGatewayOpensToItsHiveAndToWorkersButNotToTheToken() throws IOException {
        try (Server server = gateway()) {
            String worker = Keys.workerKey(TOKEN, "w1");
            assertEquals("{\"caller\":\"admin\"}", asked(server, "/v1/of-hives", NODE));
            assertEquals("{\"caller\":\"worker:w1\"}", asked(server, "/v1/of-workers", worker));
            assertEquals("forbidden_scope", asked(server, "/v1/of-hives", worker));
            assertEquals("invalid_api_key", asked(server, "/v1/of-hives", TOKEN));
            assertEquals("invalid_api_key", asked(server, "/v1/of-hives", Keys.nodeKey(TOKEN, "n2")));
            assertEquals("invalid_api_key", asked(server, "/v1/of-workers", Keys.workerKey(NODE, "w1")));
        }
    }
}
