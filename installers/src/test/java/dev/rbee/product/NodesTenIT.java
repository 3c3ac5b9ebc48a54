package dev.rbee.product;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rbee.testing.Sshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ten bare machines that stand in {@code rbee.toml}, and one start. */
@Timeout(300)
class NodesTenIT {
    private static final int MACHINES = 10;

    @TempDir
    Path folder;

    private final List<Sshd> machines = new ArrayList<>();

    @AfterEach
    void end() {
        machines.forEach(Sshd::close);
    }

    @Test
    void tenMachinesOfTheSettingsAreHivesAfterOneStart() throws IOException {
        StringBuilder settings = new StringBuilder();
        for (int i = 0; i < MACHINES; i++) {
            Sshd machine = Sshd.start(folder.resolve("m" + i));
            machines.add(machine);
            settings.append(NodesFleet.declared("m" + i, machine));
        }
        try (NodesFleet fleet = new NodesFleet(Files.createDirectories(folder.resolve("queen")))) {
            fleet.settings(settings.toString());
            long begin = System.nanoTime();
            fleet.start();
            await().atMost(Duration.ofMinutes(4)).until(() -> online(fleet) == MACHINES);
            System.err.println("figure: " + MACHINES + " bare machines are hives after "
                    + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
            for (Sshd machine : machines) {
                assertEquals(List.of(), machine.listening());
            }
            fleet.infer("m7");
        }
    }

    private static long online(NodesFleet fleet) {
        long online = 0;
        for (var hive : fleet.api().get("/v1/hives/list")) {
            online += hive.path("status").asText().equals("online") ? 1 : 0;
        }
        return online;
    }
}
