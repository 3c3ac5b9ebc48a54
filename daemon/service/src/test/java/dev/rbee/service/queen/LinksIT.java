package dev.rbee.service.queen;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.nodes.AddedNode;
import dev.rbee.contract.nodes.ProbedNode;
import dev.rbee.contract.nodes.RemovedNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.testing.Sshd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real machine behind a real SSH server: added, used through its tunnels, lost and found again, removed. */
@Timeout(400)
class LinksIT {
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private Sshd sshd;
    private FleetOfMachines fleet;

    @BeforeEach
    void start() throws Exception {
        sshd = Sshd.start(folder.resolve("machine"));
        fleet = new FleetOfMachines(folder, List.of());
    }

    @AfterEach
    void end() {
        fleet.close();
        sshd.close();
    }

    private AddedNode add() {
        AddedNode added = fleet.nodes().add(FleetOfMachines.machine("n1", sshd, true));
        fleet.done(Objects.requireNonNull(added.jobId()));
        return added;
    }

    private HiveInfo hive() {
        return fleet.client().hive("n1");
    }

    private void awaitState(HiveState state) {
        await("hive " + state).atMost(LONG).until(() -> hive().status() == state);
    }

    @Test
    void firstContactIsAskedForAndAProbeChangesNothing() {
        ProblemException asked = assertThrows(
                ProblemException.class, () -> fleet.nodes().probe(FleetOfMachines.machine("n1", sshd, false)));
        Problem problem = asked.problem();
        assertEquals(ProblemCode.HOST_KEY_UNKNOWN, problem.code());
        assertTrue(String.valueOf(problem.details()).contains(sshd.fingerprint()));

        ProbedNode probed = fleet.nodes().probe(FleetOfMachines.machine("n1", sshd, true));
        assertEquals(sshd.fingerprint(), probed.fingerprint());
        assertTrue(probed.report().suitable(), probed.report()::toString);
        assertEquals(List.of(), FleetOfMachines.listing(sshd));
        assertFalse(Files.exists(fleet.knownHosts()));
        assertEquals(List.of(), fleet.nodes().list());
        assertEquals(List.of(), fleet.client().hives());
    }

    @Test
    void machineIsAddedSpawnedOnChattedWithAndRemovedWithoutATrace() throws Exception {
        add();
        assertEquals(HiveState.ONLINE, hive().status());
        assertEquals(HiveMode.NETWORK, hive().mode());
        String worker = fleet.spawn("n1");
        assertFalse(fleet.chat().isEmpty());
        assertEquals("n1", fleet.client().worker(worker).nodeName());
        await().atMost(LONG)
                .until(() -> fleet.registry.registry().all().workers().stream()
                        .anyMatch(entry -> entry.componentId().equals(worker)
                                && "n1"
                                        .equals(Objects.requireNonNull(entry.metadata())
                                                .get("node"))));
        assertEquals(List.of(), sshd.listening(), "nothing listens beyond loopback there");
        assertEquals(
                sshd.fingerprint(), fleet.nodes().test("n1").fingerprint(), "a saved machine is tried without a word");
        assertTrue(Objects.requireNonNull(fleet.nodes().list().getFirst().lastConnectedUnix()) > 0);
        assertEquals("running", fleet.nodes().list().getFirst().wanted());

        List<String[]> log = fleet.queen().events("/v1/hives/n1/logs", null, "log");
        assertTrue(log.getFirst()[2].contains("line"), "its log is read from there");

        RemovedNode removed = fleet.nodes().remove("n1", false);
        assertEquals(List.of(), removed.left());
        assertEquals(List.of(), FleetOfMachines.listing(sshd));
        assertEquals(List.of(), fleet.nodes().list());
        assertEquals(List.of(), fleet.client().hives());
        assertEquals(List.of(), fleet.client().workers());
        await().atMost(LONG).until(() -> sshd.processes().isEmpty());
    }

    @Test
    void hiveAndWorkersOutliveConnectionAndQueenAndAreNotDoubled() {
        add();
        String worker = fleet.spawn("n1");
        WorkerInfo before = fleet.client().worker(worker);
        Long hivePid = hive().pid();

        sshd.cutConnections();
        await("noticed").atMost(LONG).until(() -> hive().status() != HiveState.ONLINE);
        awaitState(HiveState.ONLINE);
        assertEquals(hivePid, hive().pid());
        await("the worker beats again")
                .atMost(LONG)
                .until(() -> !Objects.equals(fleet.client().worker(worker).lastSeen(), before.lastSeen()));
        assertEquals(1, fleet.client().workers().size());
        assertEquals(before.pid(), fleet.client().worker(worker).pid());
        assertEquals(before.url(), fleet.client().worker(worker).url(), "its tunnel is where it was");
        assertFalse(fleet.chat().isEmpty());

        fleet.restartQueen();
        awaitState(HiveState.ONLINE);
        assertEquals(hivePid, hive().pid());
        await("the worker finds the new queen")
                .atMost(LONG)
                .until(() -> fleet.client().workers().size() == 1
                        && fleet.client().workers().getFirst().online());
        assertEquals(before.pid(), fleet.client().worker(worker).pid());
        assertFalse(fleet.chat().isEmpty());
    }

    @Test
    void stopsStartsRestartsAndComesBackAfterACrashAndAReboot() {
        add();
        Long first = hive().pid();
        fleet.done(fleet.client().hiveAction("n1", "stop").jobId());
        assertEquals(HiveState.STOPPED, hive().status());
        await().atMost(LONG).until(() -> sshd.processes().isEmpty());
        fleet.restartQueen();
        assertEquals("stopped", fleet.nodes().list().getFirst().wanted());

        fleet.done(fleet.client().hiveAction("n1", "start").jobId());
        Long second = hive().pid();
        assertNotEquals(first, second);
        fleet.done(fleet.client().hiveAction("n1", "restart").jobId());
        Long third = hive().pid();
        assertNotEquals(second, third);

        fleet.spawn("n1");
        ProcessHandle.of(Objects.requireNonNull(third)).orElseThrow().destroyForcibly();
        await("a new hive in place of the killed one")
                .atMost(LONG)
                .until(() -> hive().status() == HiveState.ONLINE && !Objects.equals(hive().pid(), third));
        await("its workers are forgotten")
                .atMost(LONG)
                .until(() -> fleet.client().workers().isEmpty());

        Long fourth = hive().pid();
        sshd.reboot();
        await("a hive after the reboot")
                .atMost(LONG)
                .until(() -> hive().status() == HiveState.ONLINE && !Objects.equals(hive().pid(), fourth));
    }
}
