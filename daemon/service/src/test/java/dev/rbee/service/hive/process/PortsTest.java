package dev.rbee.service.hive.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.AdminGate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final String TOKEN = "rbee_test_token_0123456789abcdef0123456789";

    private final List<ServerSocket> others = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (ServerSocket other : others) {
            other.close();
        }
    }

    @Test
    void aPortThatIsLostBetweenChoiceAndBindIsFollowedByTheNext() {
        int first = taken(0);
        List<Integer> tried = new ArrayList<>();
        try (Server server = range(first, 200).bound(port -> {
            tried.add(port);
            if (tried.size() <= 2) {
                taken(port); // a hive was quicker
            }
            return serve(port);
        })) {
            assertEquals(3, tried.size(), tried.toString());
            assertEquals(tried.getLast(), server.port());
            assertTrue(tried.stream().noneMatch(port -> port == first), tried.toString());
        }
    }

    @Test
    void itIsNotTriedForEver() {
        int first = taken(0);
        List<Integer> tried = new ArrayList<>();
        ProblemException lost = assertThrows(
                ProblemException.class,
                () -> range(first, 200)
                        .bound(port -> {
                            tried.add(port);
                            taken(port);
                            return serve(port);
                        })
                        .close());
        assertEquals(ProblemCode.PORT_TAKEN, lost.problem().code());
        assertEquals(EndRule.PORT_TRIES + 1, tried.size());
    }

    @Test
    void whateverElseGoesWrongIsSaidAtOnce() {
        List<Integer> tried = new ArrayList<>();
        ProblemException other = assertThrows(
                ProblemException.class,
                () -> new Ports(PortRange.ANY).bound(port -> {
                    tried.add(port);
                    throw ProblemException.of(ProblemCode.MODEL_INVALID, "No model.", null);
                }));
        assertEquals(ProblemCode.MODEL_INVALID, other.problem().code());
        assertEquals(List.of(0), tried);
    }

    private static Ports range(int first, int more) {
        return new Ports(new PortRange(first, Math.min(65_535, first + more)));
    }

    private static Server serve(int port) {
        return ServerSpec.builder("worker", "w", new AdminGate(TOKEN))
                .proofSecret(TOKEN)
                .port(port)
                .start();
    }

    private int taken(int port) {
        try {
            ServerSocket other = new ServerSocket();
            others.add(other);
            other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return other.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
