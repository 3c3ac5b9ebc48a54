package dev.rbee.service.queen;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.service.queen.hives.HiveRegistry;
import dev.rbee.testing.Sshd;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three real machines whose network goes away at once, and comes back. */
@Timeout(400)
class MassLossIT {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void allMachinesCutOffAtOnceAreHeldUntilTheyAreBack() throws Exception {
        List<Sshd> machines = new ArrayList<>();
        try (FleetOfMachines fleet = new FleetOfMachines(folder, List.of())) {
            HiveRegistry hives = fleet.queen().queen.hives();
            List<String> jobs = new ArrayList<>();
            for (String name : List.of("n1", "n2", "n3")) {
                Sshd sshd = Sshd.start(folder.resolve(name));
                machines.add(sshd);
                jobs.add(Objects.requireNonNull(fleet.nodes()
                        .add(FleetOfMachines.machine(name, sshd, true))
                        .jobId()));
            }
            jobs.forEach(fleet::done);
            List<Long> pids = hives.list().stream().map(HiveInfo::pid).toList();

            machines.forEach(Sshd::stop);
            await().atMost(LONG).until(() -> hives.held().equals(Set.of("n1", "n2", "n3")));
            hives.list().forEach(hive -> assertEquals(HiveState.SUSPECT, hive.status()));

            machines.forEach(Sshd::start);
            await().atMost(LONG).until(() -> hives.held().isEmpty());
            await().atMost(LONG).until(() -> hives.list().stream().allMatch(hive -> hive.status() == HiveState.ONLINE));
            assertEquals(pids, hives.list().stream().map(HiveInfo::pid).toList(), "they never ended");
        } finally {
            machines.forEach(Sshd::close);
        }
    }
}
