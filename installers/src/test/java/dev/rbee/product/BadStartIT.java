package dev.rbee.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that cannot or can only just go well. */
class BadStartIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path temp;

    private Sandbox sandbox;

    @BeforeEach
    void open() {
        sandbox = new Sandbox(temp);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Running ready(String... arguments) {
        Running running = Running.start(sandbox, arguments);
        running.awaitLine(line -> line.startsWith("ready "), SOON);
        return running;
    }

    private static void end(Running running) {
        running.terminate();
        assertEquals(0, running.awaitExit(SOON), running.said());
    }

    @Test
    void anUnknownSettingStopsTheStartAndNamesTheNearest() throws Exception {
        Files.createDirectories(sandbox.home());
        Files.writeString(sandbox.home().resolve("rbee.toml"), "[queen]\nprot = 7833\n");
        Running running = Running.start(sandbox, "--daemon");
        assertEquals(2, running.awaitExit(SOON), running.said());
        assertTrue(running.stderr().contains("queen.prot") && running.stderr().contains("port"), running.said());
    }

    @Test
    void aSecondDaemonSaysWhereTheFirstIs() {
        Running first = ready("--daemon");
        Running second = Running.start(sandbox, "--daemon");
        assertEquals(1, second.awaitExit(SOON), second.said());
        assertTrue(second.stderr().contains("127.0.0.1:" + sandbox.port("QUEEN")), second.said());
        end(first);
    }

    @Test
    void aTakenPortIsPassedOverAndSaid() throws Exception {
        int port = sandbox.port("QUEEN");
        try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            Running running = Running.start(sandbox, "--daemon");
            String line = running.awaitLine(l -> l.startsWith("ready ") || l.contains("port_taken"), SOON);
            assertTrue(line.startsWith("ready http://127.0.0.1:") && !line.endsWith(":" + port), line);
            assertTrue(running.stderr().contains(Integer.toString(port)), running.said());
            assertTrue(stranger.isBound());
            end(running);
        }
    }

    @Test
    void aDamagedDatabaseIsMovedAsideAndItsBackupUsed() throws Exception {
        end(ready("--daemon"));
        end(ready("--daemon")); // a start leaves a backup of what it found whole
        Path database = sandbox.home().resolve("beehives.db");
        try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
            file.seek(100);
            file.write(new byte[3000]);
        }
        Running running = ready("--daemon");
        assertTrue(running.stderr().contains("beehives.db"), running.said());
        assertEquals(
                200,
                sandbox.api("QUEEN")
                        .call("GET", "/v2/registry/beehives/list", null)
                        .status());
        try (var files = Files.list(sandbox.home())) {
            List<String> names = files.map(f -> f.getFileName().toString()).toList();
            assertTrue(names.stream().anyMatch(n -> n.startsWith("beehives.db.damaged")), names.toString());
        }
        end(running);
        assertEquals(List.of(), sandbox.processes());
    }
}
