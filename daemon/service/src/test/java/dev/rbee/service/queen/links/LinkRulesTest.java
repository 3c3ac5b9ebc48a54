package dev.rbee.service.queen.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.client.ssh.SshLogin;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.nodes.AddNode;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.ComponentType;
import dev.rbee.contract.registry.RegisterRequest;
import dev.rbee.contract.workers.RegisterWorker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkRulesTest {
    private final Rewrite rewrite = new Rewrite("n1", there -> there + 10_000);

    @Test
    void addressesBecomeThoseOfTheTunnels() {
        RegisterHive hive = rewrite.hive(new RegisterHive("n1", "10.0.0.7", 7835, HiveMode.LOCAL, "1", 5L, 6L, null));
        assertEquals(new RegisterHive("n1", "127.0.0.1", 17_835, HiveMode.NETWORK, "1", 5L, 6L, null), hive);
        assertEquals("http://127.0.0.1:18080", worker("http://localhost:8080").url());
        assertEquals("n1", worker("http://127.0.0.1:8080").nodeName());
        RegisterRequest entry = rewrite.component(
                new RegisterRequest(ComponentType.WORKER, "w", "elsewhere", 8080, Map.of("model", "m")));
        assertEquals(
                new RegisterRequest(ComponentType.WORKER, "w", "127.0.0.1", 18_080, Map.of("model", "m", "node", "n1")),
                entry);
    }

    @Test
    void tunnelsLeadToTheMachinesOwnLoopbackOnly() {
        for (String url : new String[] {"http://10.0.0.7:8080", "https://127.0.0.1:1", "http://127.0.0.1", "x y"}) {
            assertEquals(
                    ProblemCode.INVALID_FIELD,
                    assertThrows(ProblemException.class, () -> worker(url), url)
                            .problem()
                            .code());
        }
        assertEquals(
                ProblemCode.MISSING_FIELD,
                assertThrows(ProblemException.class, () -> worker(null))
                        .problem()
                        .code());
    }

    private RegisterWorker worker(@Nullable String url) {
        return rewrite.worker(new RegisterWorker(
                "w", url, "m", null, null, "other", null, null, null, null, null, null, null, null, null, null, null));
    }

    @Test
    void whatOnlySomebodyCanMendIsNotTriedAgain() {
        assertEquals(Retry.BY_ITSELF, Retry.after(ProblemCode.SSH_UNREACHABLE));
        assertEquals(Retry.BY_ITSELF, Retry.after(ProblemCode.HIVE_START_FAILED));
        for (ProblemCode code : new ProblemCode[] {
            ProblemCode.HOST_KEY_CHANGED,
            ProblemCode.SSH_LOGIN_REFUSED,
            ProblemCode.SSH_LOGIN_NEEDED,
            ProblemCode.STORAGE_FULL,
            ProblemCode.NODE_OCCUPIED
        }) {
            assertEquals(Retry.WHEN_TOLD, Retry.after(code), code.wire());
        }
    }

    @Test
    void gatewayPortsAreTheSameEachTimeAndApart() {
        int first = GatewayPorts.candidate("owner", "n1", 0);
        assertEquals(first, GatewayPorts.candidate("owner", "n1", 0));
        assertNotEquals(first, GatewayPorts.candidate("owner", "n1", 1));
        for (int n = 0; n < 20; n++) {
            int port = GatewayPorts.candidate("owner", "machine-" + n, n);
            assertTrue(port >= 21_000 && port < 31_000, "" + port);
        }
    }

    @Test
    void sleepIsNoticedByEitherClock() {
        AtomicReference<Instant> wall = new AtomicReference<>(Instant.EPOCH);
        AtomicLong nanos = new AtomicLong();
        AtomicInteger woke = new AtomicInteger();
        try (SleepWatch watch = new SleepWatch(wall::get, nanos::get, woke::incrementAndGet)) {
            pass(wall, nanos, Duration.ofSeconds(2), Duration.ofSeconds(2));
            watch.look();
            assertEquals(0, woke.get());
            pass(wall, nanos, Duration.ofHours(3), Duration.ofSeconds(2));
            watch.look();
            assertEquals(1, woke.get());
            pass(wall, nanos, Duration.ofMinutes(1), Duration.ofMinutes(1));
            watch.look();
            assertEquals(2, woke.get());
            pass(wall, nanos, Duration.ofHours(-1), Duration.ofSeconds(2));
            watch.look();
            assertEquals(2, woke.get(), "a clock that is set back is no sleep");
        }
    }

    private static void pass(AtomicReference<Instant> wall, AtomicLong nanos, Duration byWall, Duration byMonotonic) {
        wall.updateAndGet(time -> time.plus(byWall));
        nanos.addAndGet(byMonotonic.toNanos());
    }

    @Test
    void loginsAreKeptOnlyWhereThatIsWanted(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("logins.json");
        Logins logins = new Logins(file);
        assertEquals(SshLogin.KEYS, logins.of("n1"));
        logins.put("n1", new SshLogin("secret", null, true), false);
        assertEquals("secret", logins.of("n1").password());
        assertFalse(Files.exists(file));
        logins.put("n2", new SshLogin("other", "phrase", true), true);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertFalse(Files.readString(file).contains("secret"));

        Logins next = new Logins(file);
        assertEquals("phrase", next.of("n2").passphrase());
        assertNull(next.of("n1").password());
        next.forget("n2");
        assertNull(new Logins(file).of("n2").password());
        Files.writeString(file, "not json");
        assertNull(new Logins(file).of("n2").password(), "a damaged file keeps no queen from starting");
    }

    @Test
    void rowSaysWhatWasAskedFor() {
        Way way = new Way("mac", 22, "vince", null, "gate");
        Node node = NodeFields.node("n1", way, asked("mac", "~/rbee", false));
        assertEquals("stopped", node.wanted());
        assertEquals("gate", node.proxyJump());
        assertEquals(
                "running", NodeFields.node("n1", way, asked("mac", null, null)).wanted());
        for (String bad : new String[] {"relative", "/", "~/", "/a/../b", "~/x\ny"}) {
            assertThrows(ProblemException.class, () -> NodeFields.node("n1", way, asked("mac", bad, null)), bad);
        }
        for (String bad : new String[] {"-oX=y", "a b", "a;b", "$(x)", ""}) {
            assertThrows(ProblemException.class, () -> NodeFields.way(asked(bad, null, null)), bad);
        }
        assertEquals(
                "fe80::1%eth0",
                NodeFields.way(asked("fe80::1%eth0", null, null)).host());
    }

    private static AddNode asked(String host, @Nullable String folder, @Nullable Boolean start) {
        return new AddNode("n1", host, null, null, null, null, null, folder, null, null, null, null, null, start, null);
    }
}
