package dev.rbee.service.registry;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rbee.client.Announcer;
import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.registry.ComponentType;
import dev.rbee.contract.registry.RegisterRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Seed 003, test 2: components before the registry, and a registry that comes back empty. */
class RegistryReturnsTest {
    private static final String TOKEN = "rbee_returns_test";

    private static RegistryServer registry(int port) {
        return RegistryServer.start(new RegistryServer.Options(
                "127.0.0.1", port, TOKEN, "r", InstantSource.system(), System::nanoTime, RegistryListener.NONE));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void componentsComeByThemselvesAndComeBack() throws IOException {
        int port = freePort();
        Credential worker = Credential.worker("w1", Keys.workerKey(TOKEN, "w1"));
        try (Http http = new Http();
                Announcer announcer = new Announcer(
                                http,
                                () -> worker,
                                () -> List.of("http://127.0.0.1:" + port),
                                null,
                                () -> new RegisterRequest(
                                        ComponentType.WORKER, "w1", "127.0.0.1", 8080, Map.of("worker_type", "llm")),
                                InstantSource.system(),
                                new Random(1))
                        .start()) {
            try (RegistryServer first = registry(port)) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> first.registry().size() == 1);
                assertEquals(
                        "w1",
                        first.registry().list(ComponentType.WORKER).getFirst().workerId());
            }
            announcer.changed();
            await().until(() -> announcer.registryUrl() == null);
            try (RegistryServer second = registry(port)) {
                assertEquals(0, second.registry().size());
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> second.registry().size() == 1);
                announcer.close();
                assertEquals(0, second.registry().size());
            }
        }
    }
}
