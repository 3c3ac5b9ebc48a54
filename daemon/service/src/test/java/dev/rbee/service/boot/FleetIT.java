package dev.rbee.service.boot;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.service.home.Home;
import dev.rbee.service.home.RunFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registry, queen and a real hive process; the queen may go before the rest. */
class FleetIT {
    private static final Map<String, String> FREE_PORTS =
            Map.of("RBEE_REGISTRY_PORT", "0", "RBEE_QUEEN_PORT", "0", "RBEE_LOCAL_HIVE_PORT", "0");

    @TempDir
    Path dir;

    @Test
    void hiveThatOutlivedItsQueenEndsWithTheFleet() throws Exception {
        Home home = Home.at(dir);
        ProcessHandle hive;
        try (Fleet fleet = start(home)) {
            assertTrue(fleet.awaitHive(Duration.ofSeconds(60)));
            hive = hive(home);
            fleet.stopQueen();
            assertTrue(hive.isAlive(), "only the queen was stopped");
        }
        assertFalse(hive.isAlive());
    }

    @Test
    void nextQueenTakesTheHiveOverAndEndsIt() throws Exception {
        Home home = Home.at(dir);
        ProcessHandle hive;
        try (Fleet fleet = start(home)) {
            assertTrue(fleet.awaitHive(Duration.ofSeconds(60)));
            hive = hive(home);
            fleet.stopQueen();
            var _ = fleet.startQueen();
            assertTrue(fleet.awaitHive(Duration.ofSeconds(60)));
            assertEquals(hive, hive(home));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> !hive.isAlive());
    }

    private static Fleet start(Home home) {
        return Fleet.start(FleetOptions.of(home, FREE_PORTS, _ -> {}, () -> {}));
    }

    private static ProcessHandle hive(Home home) {
        return home.runFile("hive")
                .read()
                .map(RunFile.Content::pid)
                .flatMap(ProcessHandle::of)
                .orElseThrow();
    }
}
