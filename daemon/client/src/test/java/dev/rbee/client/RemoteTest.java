package dev.rbee.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.WorkerGate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class RemoteTest {
    private static ProblemCode code(Runnable call) {
        return assertThrows(ProblemException.class, call::run).problem().code();
    }

    @Test
    void failuresAreTheServersOwnProblems() {
        try (Server server = Fixture.server(
                0,
                routes -> routes.get("/v1/gone", x -> {
                            throw ProblemException.of(ProblemCode.WORKER_GONE, "it is gone", "look elsewhere");
                        })
                        .get("/v1/foreign", x -> x.send(418, "text/plain", new byte[] {'x'}))
                        .get("/v1/list", x -> x.json(200, List.of("a")))
                        .post("/v1/echo", x -> x.json(200, x.json())))) {
            Remote remote = Fixture.remote(server);
            ProblemException gone = assertThrows(ProblemException.class, () -> remote.get("/v1/gone", Map.class));
            assertEquals(ProblemCode.WORKER_GONE, gone.problem().code());
            assertEquals("look elsewhere", gone.problem().hint());
            assertEquals(ProblemCode.INTERNAL_ERROR, code(() -> remote.text("/v1/foreign")));
            assertEquals(ProblemCode.ROUTE_NOT_FOUND, code(() -> remote.text("/v1/nothing")));
            assertEquals(List.of("a"), remote.list("/v1/list", String.class));
            assertEquals(Map.of("a", 1), remote.post("/v1/echo", Map.of("a", 1), Map.class));
            Remote stranger = new Remote(server.url(), () -> Credential.admin("wrong"), Fixture.HTTP);
            assertEquals(ProblemCode.INVALID_API_KEY, code(() -> stranger.text("/v1/list")));
            assertFalse(stranger.proven());
        }
    }

    @Test
    void nobodyThereIsUnreachable() {
        Remote nobody = new Remote("http://127.0.0.1:1", () -> Credential.admin("x"), Fixture.HTTP);
        assertEquals(ProblemCode.UNREACHABLE, code(() -> nobody.text("/v1/list")));
        assertFalse(nobody.proven());
    }

    @Test
    void aProofPassedOnFromAnotherPortIsNone() {
        try (Server server = Fixture.server(0, routes -> {})) {
            Credential credential = Credential.admin(Fixture.TOKEN);
            assertTrue(Proof.holds(Fixture.HTTP, server.url(), credential));
            assertFalse(Proof.holds(Fixture.HTTP, server.url(), credential, server.port() + 1));
        }
    }

    @Test
    void aServerBehindATunnelProvesItselfForBothEnds() {
        try (Server server = Fixture.server(0, routes -> {})) {
            Credential credential = Credential.admin(Fixture.TOKEN);
            int tunnel = server.port() == 40_000 ? 40_001 : 40_000;
            assertFalse(Proof.holds(Fixture.HTTP, server.url(), credential, tunnel));
            server.alsoAt(tunnel);
            assertTrue(Proof.holds(Fixture.HTTP, server.url(), credential, tunnel));
            assertTrue(Proof.holds(Fixture.HTTP, server.url(), credential));
            assertFalse(Proof.holds(Fixture.HTTP, server.url(), Credential.admin("wrong"), tunnel));
        }
    }

    @Test
    void aRestartedServerIsReachedAtOnce() {
        Server first = Fixture.server(0, routes -> routes.get("/v1/list", x -> x.json(200, List.of("a"))));
        Remote remote = Fixture.remote(first);
        assertEquals(List.of("a"), remote.list("/v1/list", String.class));
        int port = first.port();
        first.close();
        try (Server second = Fixture.server(port, routes -> routes.get("/v1/list", x -> x.json(200, List.of("b"))))) {
            assertEquals(List.of("b"), remote.list("/v1/list", String.class));
            assertEquals(port, second.port());
        }
    }

    @Test
    void aWorkerIsCalledByItsOwnKeyAndName() {
        String key = Keys.workerKey(Fixture.TOKEN, "w1");
        List<String> bearers = new CopyOnWriteArrayList<>();
        WorkerGate gate = new WorkerGate(key, Keys.fingerprint(Fixture.TOKEN));
        try (Server worker = ServerSpec.builder("worker", "w1", (method, path, bearer) -> {
                    bearers.add(bearer.orElse("-"));
                    return gate.admit(method, path, bearer);
                })
                .proofSecret(key)
                .grace(Duration.ofMillis(100))
                .routes(routes -> routes.delete("/v1/requests/{id}", x -> x.noContent()))
                .start()) {
            WorkerClient client = WorkerClient.of(Fixture.HTTP, worker.url(), "w1", Fixture.TOKEN);
            assertTrue(client.remote().proven());
            client.cancel("r/1");
            assertEquals(List.of(key), bearers);
            WorkerClient other = new WorkerClient(
                    new Remote(worker.url(), () -> Credential.admin(Fixture.TOKEN), Fixture.HTTP, "w2"));
            assertEquals(ProblemCode.WRONG_INSTANCE, code(() -> other.cancel("r1")));
        }
    }
}
