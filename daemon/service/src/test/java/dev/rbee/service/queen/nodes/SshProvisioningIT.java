package dev.rbee.service.queen.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.nodes.BundleKind;
import dev.rbee.contract.nodes.ProbeReport;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.Home;
import dev.rbee.service.queen.nodes.Provisioning.RunningNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine from nothing to a hive that serves and back to nothing, with real processes under a real shell. */
class SshProvisioningIT {
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

    @Test
    void fromNothingToAHiveAndBackToNothing() throws Exception {
        machine.bundles.nativeOne("0.1.0-aaaaaaaa", "linux", TestBundles.ARCH);
        List<String> before = machine.listing();
        JobNotes job = new JobNotes();

        ProbeReport report = machine.provisioning.probe(machine.shell, machine.plan);
        assertTrue(report.suitable(), report.findings()::toString);
        assertEquals(BundleKind.NATIVE, report.bundle());
        assertEquals(install.toString(), report.installPath());
        assertEquals(before, machine.listing(), "a probe changes nothing");

        assertEquals(Optional.empty(), machine.provisioning.install(machine.shell, machine.plan, job));
        assertEquals(Optional.of("0.1.0-aaaaaaaa"), machine.provisioning.installed(machine.shell, machine.plan));
        assertFalse(machine.provisioning.outdated(machine.shell, machine.plan));

        RunningNode hive = machine.provisioning.start(machine.shell, machine.plan, 1, job);
        assertEquals("0.1.0-aaaaaaaa", hive.version());
        assertEquals(List.of(hive.pid()), TestMachine.processes(install));
        assertEquals(Optional.of(hive), machine.provisioning.running(machine.shell, machine.plan));
        assertEquals(hive, machine.provisioning.start(machine.shell, machine.plan, 1, job), "it is not started twice");
        assertEquals(machine.plan.nodeKey(), Home.at(install.resolve("home")).existingToken());
        assertEquals("rw-------", rights(install.resolve("home/token")));
        assertEquals("rwx------", rights(install.resolve("home")));
        assertTrue(machine.provisioning.log(machine.shell, machine.plan, 50).stream()
                .anyMatch(line -> line.contains("hive=n1")));
        String commandLine = ProcessHandle.of(hive.pid())
                .flatMap(process -> process.info().commandLine())
                .orElse("");
        assertFalse(commandLine.contains(machine.plan.nodeKey()));

        assertEquals(List.of(), machine.provisioning.remove(machine.shell, machine.plan, job));
        assertEquals(List.of(), TestMachine.processes(install));
        assertEquals(before, machine.listing(), "removal leaves nothing");
        assertEquals(List.of(), machine.provisioning.remove(machine.shell, machine.plan, job));
    }

    @Test
    void everyShellSaysTheSame() throws Exception {
        machine.bundles.nativeOne("0.1.0-aaaaaaaa", "linux", TestBundles.ARCH);
        machine.provisioning.install(machine.shell, machine.plan, new JobNotes());
        ProbeReport dash = machine.provisioning.probe(machine.shellOf("/bin/dash"), machine.plan);
        ProbeReport bash = machine.provisioning.probe(machine.shellOf("/bin/bash"), machine.plan);
        assertEquals(dash.cpu(), bash.cpu());
        assertEquals(dash.javas(), bash.javas());
        assertEquals(dash.installed(), bash.installed());
        assertEquals(dash.plan(), bash.plan());
        assertEquals(dash.findings(), bash.findings());
        assertFalse(dash.javas().isEmpty());
    }

    @Test
    void aNewerBuildIsInstalledBesideAndRolledBack() throws Exception {
        machine.bundles.nativeOne("0.1.0-aaaaaaaa", "linux", TestBundles.ARCH);
        machine.provisioning.install(machine.shell, machine.plan, new JobNotes());
        RunningNode old = machine.provisioning.start(machine.shell, machine.plan, 1, new JobNotes());
        machine.bundles.clear();
        machine.bundles.broken("0.1.0-bbbbbbbb", "linux", TestBundles.ARCH);

        assertTrue(machine.provisioning.outdated(machine.shell, machine.plan));
        assertEquals(
                Optional.of("0.1.0-aaaaaaaa"),
                machine.provisioning.install(machine.shell, machine.plan, new JobNotes()));
        assertEquals(Optional.of(old), machine.provisioning.running(machine.shell, machine.plan));
        machine.provisioning.stop(machine.shell, machine.plan, Duration.ofSeconds(20));
        assertEquals(List.of(), TestMachine.processes(install));

        ProblemException failed = assertThrows(
                ProblemException.class,
                () -> machine.provisioning.start(machine.shell, machine.plan, 1, new JobNotes()));
        assertEquals(ProblemCode.HIVE_START_FAILED, failed.problem().code());
        assertTrue(String.valueOf(failed.problem().details()).contains("this build cannot start"));
        assertEquals(List.of(), TestMachine.processes(install));

        machine.provisioning.rollBack(machine.shell, machine.plan, "0.1.0-aaaaaaaa");
        assertEquals(
                "0.1.0-aaaaaaaa",
                machine.provisioning
                        .start(machine.shell, machine.plan, 1, new JobNotes())
                        .version());
    }

    @Test
    void versionsBeforeThePreviousOneAreDeleted() throws Exception {
        for (String version : List.of("0.1.0-aaaaaaaa", "0.1.0-bbbbbbbb", "0.1.0-cccccccc")) {
            machine.bundles.clear();
            machine.bundles.nativeOne(version, "linux", TestBundles.ARCH);
            machine.provisioning.install(machine.shell, machine.plan, new JobNotes());
        }
        try (var versions = Files.list(install.resolve("versions"))) {
            assertEquals(
                    List.of("0.1.0-bbbbbbbb", "0.1.0-cccccccc"),
                    versions.map(path -> path.getFileName().toString()).sorted().toList());
        }
        assertEquals(Optional.of("0.1.0-cccccccc"), machine.provisioning.installed(machine.shell, machine.plan));
        ProblemException gone = assertThrows(
                ProblemException.class,
                () -> machine.provisioning.rollBack(machine.shell, machine.plan, "0.1.0-aaaaaaaa"));
        assertEquals(ProblemCode.INSTALL_FAILED, gone.problem().code());
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
