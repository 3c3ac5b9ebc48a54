package dev.rbee.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.ComponentRef;
import dev.rbee.contract.registry.ComponentType;
import dev.rbee.contract.registry.RegisterRequest;
import dev.rbee.contract.registry.RegisterResponse;
import dev.rbee.http.Routes;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.AdminGate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnouncerTest {
    @TempDir
    Path home;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Set<String> present = ConcurrentHashMap.newKeySet();

    private void routes(Routes routes) {
        routes.post("/v1/registry/register", x -> {
                    RegisterRequest request = x.body(RegisterRequest.class);
                    present.add(request.componentId());
                    log.add("register " + request.componentId());
                    x.json(200, new RegisterResponse(request.componentId(), 1, 2));
                })
                .post("/v1/registry/heartbeat", x -> {
                    ComponentRef ref = x.body(ComponentRef.class);
                    if (!present.contains(ref.componentId())) {
                        throw ProblemException.of(ProblemCode.COMPONENT_UNKNOWN, "unknown", null);
                    }
                    log.add("beat " + ref.componentId());
                    x.noContent();
                })
                .delete("/v1/registry/unregister", x -> {
                    log.add("bye " + x.body(ComponentRef.class).componentId());
                    x.noContent();
                });
    }

    private Announcer announcer(List<String> urls) {
        return new Announcer(
                Fixture.HTTP,
                () -> Credential.admin(Fixture.TOKEN),
                () -> urls,
                new KnownComponents(home.resolve("known.json")),
                () -> new RegisterRequest(ComponentType.HIVE, "h1", "127.0.0.1", 7, null),
                InstantSource.system(),
                new Random(1));
    }

    @Test
    void registersBeatsComesBackAndSaysGoodbye() {
        Server first = Fixture.server(0, this::routes);
        int port = first.port();
        Announcer announcer =
                announcer(List.of("http://127.0.0.1:1", first.url())).start();
        await().until(() -> log.contains("beat h1"));
        assertEquals(first.url(), announcer.registryUrl());
        present.clear();
        log.clear();
        await().until(() -> log.contains("register h1"));
        first.close();
        await().until(() -> announcer.registryUrl() == null);
        log.clear();
        try (Server second = Fixture.server(port, this::routes)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> log.contains("register h1"));
            announcer.close();
            assertEquals("bye h1", log.getLast());
            assertTrue(new KnownComponents(home.resolve("known.json"))
                    .urls("registry")
                    .contains(second.url()));
        }
    }

    @Test
    void aStrangerOnThePortNeverSeesTheToken() {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (Server stranger = ServerSpec.builder("stranger", "s", (method, path, bearer) -> {
                            seen.add(bearer.orElse("-"));
                            return new AdminGate("x").admit(method, path, bearer);
                        })
                        .grace(Duration.ofMillis(100))
                        .start();
                Server real = Fixture.server(0, this::routes);
                Announcer announcer =
                        announcer(List.of(stranger.url(), real.url())).start()) {
            await().until(() -> real.url().equals(announcer.registryUrl()));
        }
        assertEquals(List.of(), seen);
    }
}
