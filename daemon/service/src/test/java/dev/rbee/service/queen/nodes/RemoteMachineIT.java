package dev.rbee.service.queen.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.client.ssh.HostKeys;
import dev.rbee.client.ssh.SshLogin;
import dev.rbee.client.ssh.SshSession;
import dev.rbee.client.ssh.SshTarget;
import dev.rbee.contract.nodes.ProbeReport;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.nodes.Provisioning.RunningNode;
import dev.rbee.testing.Sshd;
import dev.rbee.testing.SshdOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way over a real SSH connection to a real server with a home of its own. */
class RemoteMachineIT {
    private static final String A = "0.1.0-aaaaaaaa";
    private static final NodePlan PLAN = TestMachine.plan("far", "owner-a", NodePlan.DEFAULT_PATH);

    @TempDir
    Path folder;

    private TestBundles bundles;
    private SshProvisioning provisioning;

    @BeforeEach
    void set() throws IOException {
        bundles = new TestBundles(folder.resolve("image"));
        provisioning = new SshProvisioning(bundles.installation(), bundles.cache(), InstantSource.system());
    }

    private SshdOptions machine() {
        return Sshd.in(folder.resolve("machine"));
    }

    private SshSession login(Sshd machine) throws IOException {
        Path known = Files.writeString(folder.resolve("known_hosts"), machine.knownHostsLine() + "\n");
        return SshSession.connect(
                new SshTarget("127.0.0.1", machine.port(), machine.user(), List.of(machine.key()), List.of()),
                SshLogin.KEYS,
                new HostKeys(known, null),
                null);
    }

    private static List<String> listing(Sshd machine) throws IOException {
        Path home = machine.inside(machine.home());
        try (Stream<Path> files = Files.walk(home)) {
            return files.map(file -> home.relativize(file).toString())
                    .filter(name -> !name.startsWith(".ssh"))
                    .sorted()
                    .toList();
        }
    }

    private Problem fails(SshSession session, JobNotes job) {
        return assertThrows(ProblemException.class, () -> provisioning.install(session, PLAN, job))
                .problem();
    }

    @Test
    void fromABareMachineToAHiveAndBack() throws Exception {
        bundles.nativeOne(A, "linux", TestBundles.ARCH);
        try (Sshd machine = machine().start();
                SshSession session = login(machine)) {
            List<String> before = listing(machine);
            ProbeReport report = provisioning.probe(session, PLAN);
            assertTrue(report.suitable(), report.findings()::toString);
            assertEquals(machine.user(), report.user());
            assertEquals(before, listing(machine));

            provisioning.install(session, PLAN, new JobNotes());
            RunningNode hive = provisioning.start(session, PLAN, 1, new JobNotes());
            assertTrue(machine.loopbackPorts().contains(hive.port()));
            assertEquals(List.of(), machine.listening(), "nothing listens beyond loopback");

            machine.cutConnections();
            try (SshSession again = login(machine)) {
                assertEquals(Optional.of(hive), provisioning.running(again, PLAN), "it outlives the connection");
                assertEquals(hive, provisioning.start(again, PLAN, 1, new JobNotes()));
                assertEquals(List.of(), provisioning.remove(again, PLAN, new JobNotes()));
                assertEquals(before, listing(machine));
                assertEquals(List.of(), TestMachine.processes(machine.home().resolve(".rbee-node")));
            }
        }
    }

    @Test
    void anUploadWhoseConnectionIsCutGoesOnLater() throws Exception {
        bundles.noise = 12_000_000;
        Path bundle = bundles.nativeOne(A, "linux", TestBundles.ARCH);
        try (Sshd machine = machine().start()) {
            try (SshSession session = login(machine)) {
                JobNotes cut = new JobNotes();
                cut.at("Uploading 8.", machine::cutConnections);
                assertEquals(ProblemCode.SSH_UNREACHABLE, fails(session, cut).code());
            }
            String part = listing(machine).stream()
                    .filter(name -> name.endsWith(".part"))
                    .findFirst()
                    .orElseThrow();
            long there = Files.size(machine.home().resolve(part));
            assertTrue(there > 0 && there < Files.size(bundle), () -> "there are " + there);
            try (SshSession session = login(machine)) {
                JobNotes job = new JobNotes();
                provisioning.install(session, PLAN, job);
                assertEquals(
                        Words.uploading(there, Files.size(bundle)),
                        job.said.get(2),
                        "what was there is not sent again");
                assertEquals(Optional.of(A), provisioning.installed(session, PLAN));
                assertFalse(listing(machine).stream().anyMatch(name -> name.endsWith(".part")));
            }
        }
    }

    @Test
    void aDiskThatRunsFullMidwayIsLeftAsItWas() throws Exception {
        bundles.noise = 3_000_000;
        bundles.nativeOne(A, "linux", TestBundles.ARCH);
        try (Sshd machine = machine().fileSizeLimit(1_000_000).start();
                SshSession session = login(machine)) {
            List<String> before = listing(machine);
            assertEquals(
                    ProblemCode.STORAGE_FULL, fails(session, new JobNotes()).code());
            assertEquals(before, listing(machine));
        }
    }

    @Test
    void aDiskThatIsTooSmallIsToldBeforehand() throws Exception {
        bundles.nativeOne(A, "linux", TestBundles.ARCH);
        try (Sshd machine = machine().smallDisk(20_000_000).start();
                SshSession session = login(machine)) {
            List<String> before = listing(machine);
            assertEquals(
                    List.of("no_space"),
                    provisioning.probe(session, PLAN).findings().stream()
                            .map(finding -> finding.code())
                            .toList());
            Problem full = fails(session, new JobNotes());
            assertEquals(ProblemCode.STORAGE_FULL, full.code());
            assertTrue(full.message().contains("MB are free"), full::message);
            assertEquals(before, listing(machine));
        }
    }

    @Test
    void aHomeThatCanOnlyBeReadIsRefused() throws Exception {
        bundles.nativeOne(A, "linux", TestBundles.ARCH);
        try (Sshd machine = machine().readOnlyHome().start();
                SshSession session = login(machine)) {
            Problem refused = fails(session, new JobNotes());
            assertEquals(ProblemCode.NODE_UNSUITABLE, refused.code());
            assertTrue(refused.message().contains("can only be read"), refused::message);
        }
    }

    @Test
    void aMachineThatWasRebootedGetsItsHiveBack() throws Exception {
        bundles.nativeOne(A, "linux", TestBundles.ARCH);
        try (Sshd machine = machine().start()) {
            RunningNode first;
            try (SshSession session = login(machine)) {
                provisioning.install(session, PLAN, new JobNotes());
                first = provisioning.start(session, PLAN, 1, new JobNotes());
            }
            machine.reboot();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !TestMachine.processes(machine.home().resolve(".rbee-node"))
                            .contains(first.pid()));
            try (SshSession session = login(machine)) {
                assertEquals(Optional.empty(), provisioning.running(session, PLAN));
                RunningNode second = provisioning.start(session, PLAN, 1, new JobNotes());
                assertEquals(Optional.of(second), provisioning.running(session, PLAN));
                provisioning.stop(session, PLAN, Duration.ofSeconds(10));
                assertEquals(Optional.empty(), provisioning.running(session, PLAN));
            }
        }
    }
}
