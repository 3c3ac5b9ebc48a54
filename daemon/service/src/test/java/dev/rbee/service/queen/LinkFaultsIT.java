package dev.rbee.service.queen;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.info.Version;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.nodes.AddNode;
import dev.rbee.contract.nodes.AddedNode;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.nodes.RemovedNode;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.testing.Sshd;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong between a queen and a machine, and what is left of it. */
@Timeout(400)
class LinkFaultsIT {
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

    private static ProblemCode code(Executable call) {
        return assertThrows(ProblemException.class, call).problem().code();
    }

    private void add() {
        AddedNode added = fleet.nodes().add(FleetOfMachines.machine("n1", sshd, true));
        fleet.done(Objects.requireNonNull(added.jobId()));
    }

    private HiveInfo hive() {
        return fleet.client().hive("n1");
    }

    private Node node() {
        return fleet.nodes().list().getFirst();
    }

    @Test
    void wrongRequestsAndLoginsSaveNothing() {
        AddNode good = FleetOfMachines.machine("n1", sshd, true);
        AddNode stranger =
                with(good, "127.0.0.1", sshd.port(), sshd.strangerKey().toString());
        assertEquals(ProblemCode.SSH_LOGIN_REFUSED, code(() -> fleet.nodes().add(stranger)));
        AddNode nobody = with(good, "127.0.0.1", 1, sshd.key().toString());
        assertEquals(ProblemCode.SSH_UNREACHABLE, code(() -> fleet.nodes().add(nobody)));
        AddNode noFile = with(good, "127.0.0.1", sshd.port(), "/no/such/key");
        assertEquals(ProblemCode.INVALID_FIELD, code(() -> fleet.nodes().add(noFile)));
        AddNode option = with(good, "-oProxyCommand=x", sshd.port(), null);
        assertEquals(ProblemCode.INVALID_FIELD, code(() -> fleet.nodes().add(option)));
        assertEquals(ProblemCode.NODE_NOT_FOUND, code(() -> fleet.nodes().remove("n1", true)));
        assertEquals(ProblemCode.NODE_NOT_FOUND, code(() -> fleet.nodes().test("n1")));
        assertEquals(List.of(), fleet.nodes().list());
        assertEquals(List.of(), fleet.client().hives());
        assertEquals(List.of(), FleetOfMachines.listing(sshd));
    }

    private static AddNode with(AddNode a, String host, int port, @org.jspecify.annotations.Nullable String key) {
        return new AddNode(
                a.nodeName(),
                host,
                port,
                a.sshUser(),
                key,
                null,
                null,
                null,
                a.acceptHostKey(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void changedHostKeyStopsTheLinkAndOnlyForceForgetsTheMachine() {
        add();
        assertEquals(
                ProblemCode.ALREADY_EXISTS, code(() -> fleet.nodes().add(FleetOfMachines.machine("n1", sshd, true))));
        sshd.newHostKey();
        await("the link stops").atMost(LONG).until(() -> hive().status() == HiveState.ERROR);
        assertTrue(String.valueOf(hive().message()).contains("key"), hive()::toString);
        assertEquals("error", node().status());
        assertFalse(String.valueOf(node().message()).isEmpty());
        assertEquals(ProblemCode.HOST_KEY_CHANGED, code(() -> fleet.nodes().test("n1")));
        assertEquals(ProblemCode.HOST_KEY_CHANGED, code(() -> fleet.nodes().remove("n1", false)));
        assertEquals(1, fleet.nodes().list().size());
        RemovedNode removed = fleet.nodes().remove("n1", true);
        assertEquals(1, removed.left().size(), "it says what stays there");
        assertEquals(List.of(), fleet.nodes().list());
    }

    @Test
    void newerVersionThatDoesNotComeUpIsRolledBackAndTheNextOneIsNot() throws Exception {
        add();
        String first = Version.CURRENT + "-aaaaaaaa";
        assertEquals(first, node().bundle());
        fleet.brokenBundle(Version.CURRENT + "-bbbbbbbb");
        fleet.restartQueen();
        await("the old version runs again")
                .atMost(LONG)
                .until(() -> hive().status() == HiveState.ONLINE && first.equals(node().bundle()));
        fleet.bundle(Version.CURRENT + "-cccccccc");
        Long old = hive().pid();
        fleet.done(fleet.client().hiveAction("n1", "upgrade").jobId());
        assertEquals(Version.CURRENT + "-cccccccc", node().bundle());
        assertEquals(HiveState.ONLINE, hive().status());
        assertFalse(Objects.equals(old, hive().pid()));
    }

    @Test
    void cancelledAddLeavesNothingBehind() {
        String job = Objects.requireNonNull(
                fleet.nodes().add(FleetOfMachines.machine("n1", sshd, true)).jobId());
        fleet.client().cancelJob(job);
        await().atMost(LONG).until(() -> fleet.client().job(job).state() == JobState.CANCELLED);
        assertEquals(List.of(), fleet.nodes().list());
        assertEquals(List.of(), fleet.client().hives());
        assertEquals(List.of(), FleetOfMachines.listing(sshd));
        await().atMost(LONG).until(() -> sshd.processes().isEmpty());
    }
}
