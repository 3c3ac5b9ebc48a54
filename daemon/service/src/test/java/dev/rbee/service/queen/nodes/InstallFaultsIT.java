package dev.rbee.service.queen.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.nodes.BundleKind;
import dev.rbee.contract.nodes.ProbeFinding;
import dev.rbee.contract.nodes.ProbeReport;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.nodes.Provisioning.RunningNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong on the way, and what it leaves behind. */
class InstallFaultsIT {
    private static final String A = "0.1.0-aaaaaaaa";
    private static final String B = "0.1.0-bbbbbbbb";

    @TempDir
    Path folder;

    private TestMachine machine;
    private Path install;

    @BeforeEach
    void set() throws IOException {
        machine = new TestMachine(folder.toRealPath());
        install = machine.home.resolve(".rbee-node");
    }

    @AfterEach
    void end() {
        machine.close();
    }

    private ProblemCode fails(JobNotes job) {
        return assertThrows(
                        ProblemException.class, () -> machine.provisioning.install(machine.shell, machine.plan, job))
                .problem()
                .code();
    }

    @Test
    void anUploadThatIsCutGoesOnWhereItWas() throws Exception {
        Path bundle = machine.bundles.nativeOne(A, "linux", TestBundles.ARCH);
        machine.shell.cutAfter = 100_000;
        assertEquals(ProblemCode.SSH_UNREACHABLE, fails(new JobNotes()));
        Path part = onlyFile(install.resolve("uploads"));
        long there = Files.size(part);
        assertTrue(there >= 100_000 && there < Files.size(bundle), () -> "there are " + there);

        machine.shell.sent = 0;
        machine.provisioning.install(machine.shell, machine.plan, new JobNotes());
        assertEquals(Files.size(bundle) - there, machine.shell.sent);
        assertEquals(Optional.of(A), machine.provisioning.installed(machine.shell, machine.plan));
        assertEquals(List.of(), names(install.resolve("uploads")));
    }

    @Test
    void whatIsThereAlreadyButDamagedIsSentAgain() throws Exception {
        Path bundle = machine.bundles.nativeOne(A, "linux", TestBundles.ARCH);
        machine.shell.cutAfter = 50_000;
        assertEquals(ProblemCode.SSH_UNREACHABLE, fails(new JobNotes()));
        Path part = onlyFile(install.resolve("uploads"));
        Files.write(part, new byte[(int) Files.size(part)]);

        JobNotes job = new JobNotes();
        machine.provisioning.install(machine.shell, machine.plan, job);
        assertTrue(job.said.contains("What arrived is damaged; sending it again."), job.said::toString);
        assertTrue(machine.shell.sent > Files.size(bundle));
        assertEquals(Optional.of(A), machine.provisioning.installed(machine.shell, machine.plan));
    }

    @Test
    void cancelledAtAnyStepTheFirstInstallationLeavesNothing() throws Exception {
        machine.bundles.nativeOne(A, "linux", TestBundles.ARCH);
        List<String> before = machine.listing();
        for (String step : List.of("Checking", "Uploading 0.0", "Uploading 0.1", "Unpacking")) {
            assertEquals(ProblemCode.CANCELLED, fails(new JobNotes(step)), step);
            assertEquals(before, machine.listing(), step);
        }
    }

    @Test
    void aCancelledUpgradeLeavesTheOldVersionAsItWas() throws Exception {
        machine.bundles.nativeOne(A, "linux", TestBundles.ARCH);
        machine.provisioning.install(machine.shell, machine.plan, new JobNotes());
        List<String> before = machine.listing();
        machine.bundles.clear();
        machine.bundles.nativeOne(B, "linux", TestBundles.ARCH);
        assertEquals(ProblemCode.CANCELLED, fails(new JobNotes("Uploading 0.1")));
        assertEquals(before, machine.listing());
        assertEquals(Optional.of(A), machine.provisioning.installed(machine.shell, machine.plan));
    }

    @Test
    void anothersMachineIsLeftAlone() throws Exception {
        machine.bundles.nativeOne(A, "linux", TestBundles.ARCH);
        machine.provisioning.install(machine.shell, machine.plan, new JobNotes());
        List<String> before = machine.listing();
        for (NodePlan other : List.of(
                TestMachine.plan("n1", "owner-b", NodePlan.DEFAULT_PATH),
                TestMachine.plan("n2", "owner-a", NodePlan.DEFAULT_PATH))) {
            ProbeReport report = machine.provisioning.probe(machine.shell, other);
            assertEquals(
                    other.owner().equals("owner-b") ? "other_owner" : "other_node",
                    report.findings().getFirst().code());
            assertOccupied(() -> machine.provisioning.install(machine.shell, other, new JobNotes()));
            assertOccupied(() -> machine.provisioning.start(machine.shell, other, 1, new JobNotes()));
            assertOccupied(() -> machine.provisioning.remove(machine.shell, other, new JobNotes()));
            assertEquals(Optional.empty(), machine.provisioning.installed(machine.shell, other));
            machine.provisioning.stop(machine.shell, other, Duration.ZERO);
            assertEquals(before, machine.listing());
        }
    }

    private static void assertOccupied(Runnable action) {
        assertEquals(
                ProblemCode.NODE_OCCUPIED,
                assertThrows(ProblemException.class, action::run).problem().code());
    }

    @Test
    void theUsersOwnFilesInThatFolderStay() throws Exception {
        machine.bundles.nativeOne(A, "linux", TestBundles.ARCH);
        machine.plan = TestMachine.plan("n1", "owner-a", "data/llm");
        Path own = Files.createDirectories(machine.home.resolve("data/llm")).resolve("thesis.txt");
        Files.writeString(own, "mine");
        List<String> before = machine.listing();
        machine.provisioning.install(machine.shell, machine.plan, new JobNotes());
        assertEquals(List.of(), machine.provisioning.remove(machine.shell, machine.plan, new JobNotes()));
        assertEquals(before, machine.listing());
    }

    @Test
    void aFolderOfTheUsersThatIsNamedLikeOneOfOursIsNeverTouched() throws Exception {
        machine.bundles.nativeOne(A, "linux", TestBundles.ARCH);
        machine.plan = TestMachine.plan("n1", "owner-a", "data");
        Files.writeString(
                Files.createDirectories(machine.home.resolve("data/home")).resolve("thesis.txt"), "mine");
        List<String> before = machine.listing();
        assertEquals(ProblemCode.NODE_OCCUPIED, fails(new JobNotes()));
        assertEquals(List.of(), machine.provisioning.remove(machine.shell, machine.plan, new JobNotes()));
        assertEquals(before, machine.listing());
    }

    @Test
    void foldersOnTheWayThatWereMadeGoAgain() throws Exception {
        machine.bundles.nativeOne(A, "linux", TestBundles.ARCH);
        machine.plan = TestMachine.plan("n1", "owner-a", "~/a/b c/rbee");
        List<String> before = machine.listing();
        machine.provisioning.install(machine.shell, machine.plan, new JobNotes());
        assertTrue(Files.isDirectory(machine.home.resolve("a/b c/rbee/versions/" + A)));
        assertEquals(List.of(), machine.provisioning.remove(machine.shell, machine.plan, new JobNotes()));
        assertEquals(before, machine.listing());
    }

    @Test
    void aMachineWithoutABundleOfItsOwnRunsThePortableOneWithItsJava() throws Exception {
        machine.bundles.portable(A);
        machine.shim("uname", "case $1 in -m) echo aarch64 ;; *) exec /usr/bin/uname \"$@\" ;; esac");
        ProbeReport report = machine.provisioning.probe(machine.shell, machine.plan);
        assertEquals(BundleKind.PORTABLE, report.bundle());
        assertEquals("arm64", report.arch());
        machine.provisioning.install(machine.shell, machine.plan, new JobNotes());
        RunningNode hive = machine.provisioning.start(machine.shell, machine.plan, 1, new JobNotes());
        assertEquals(A, hive.version());
    }

    @Test
    void aMachineThatNoBundleRunsOnIsRefusedUntouched() throws Exception {
        machine.bundles.portable(A);
        machine.shim("uname", "case $1 in -m) echo riscv64 ;; *) exec /usr/bin/uname \"$@\" ;; esac");
        List<String> before = machine.listing();
        assertEquals(ProblemCode.NODE_UNSUITABLE, fails(new JobNotes()));
        assertEquals(before, machine.listing());
    }

    @Test
    void aMachinesGpusAreFound() throws Exception {
        machine.bundles.nativeOne(A, "linux", TestBundles.ARCH);
        machine.shim("nvidia-smi", "cat >/dev/null; echo 'NVIDIA L4, 23034, 22000, 570.1'");
        ProbeReport report = machine.provisioning.probe(machine.shell, machine.plan);
        assertEquals("NVIDIA L4", report.gpus().getFirst().name());
        assertTrue(report.findings().stream().map(ProbeFinding::code).noneMatch("gpu_without_driver"::equals));
    }

    @Test
    void aHiveThatWasKilledStartsAgain() throws Exception {
        machine.bundles.nativeOne(A, "linux", TestBundles.ARCH);
        machine.provisioning.install(machine.shell, machine.plan, new JobNotes());
        RunningNode first = machine.provisioning.start(machine.shell, machine.plan, 1, new JobNotes());
        ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> TestMachine.processes(install).isEmpty());
        assertEquals(Optional.empty(), machine.provisioning.running(machine.shell, machine.plan));
        RunningNode second = machine.provisioning.start(machine.shell, machine.plan, 1, new JobNotes());
        assertEquals(List.of(second.pid()), TestMachine.processes(install));
    }

    @Test
    void aStartThatIsCancelledLeavesNothingRunning() throws Exception {
        machine.bundles.nativeOne(A, "linux", TestBundles.ARCH);
        machine.provisioning.install(machine.shell, machine.plan, new JobNotes());
        ProblemException e = assertThrows(
                ProblemException.class,
                () -> machine.provisioning.start(machine.shell, machine.plan, 1, new JobNotes("Starting")));
        assertEquals(ProblemCode.CANCELLED, e.problem().code());
        assertEquals(List.of(), TestMachine.processes(install));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static Path onlyFile(Path folder) throws IOException {
        List<String> names = names(folder);
        assertEquals(1, names.size(), names::toString);
        return folder.resolve(names.getFirst());
    }
}
