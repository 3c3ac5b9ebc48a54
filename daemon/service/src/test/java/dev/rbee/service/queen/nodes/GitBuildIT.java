package dev.rbee.service.queen.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that builds its bundle itself: real git, a real repository, whose build only copies a bundle that was committed. */
class GitBuildIT {
    private static final String A = "0.1.0-aaaaaaaa";
    private static final String B = "0.1.0-bbbbbbbb";

    @TempDir
    Path folder;

    private TestMachine machine;
    private Path repository;

    @BeforeEach
    void set() throws IOException, InterruptedException {
        machine = new TestMachine(folder.toRealPath());
        repository = Files.createDirectories(folder.toRealPath().resolve("repository"));
        git("init", "-q", "-b", "stable");
        commit(A, "");
        machine.plan = plan("stable");
    }

    @AfterEach
    void end() {
        machine.close();
    }

    private NodePlan plan(String branch) {
        NodePlan usual = machine.plan;
        return new NodePlan(
                usual.name(),
                usual.owner(),
                usual.nodeKey(),
                usual.installPath(),
                "file://" + repository,
                branch,
                usual.hivePort(),
                null);
    }

    /** A state of the repository whose build makes that version; {@code first} runs before. */
    private void commit(String version, String first) throws IOException, InterruptedException {
        machine.bundles.clear();
        Path bundle = machine.bundles.nativeOne(version, "linux", TestBundles.ARCH);
        Files.copy(bundle, repository.resolve("bundle.bin"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(repository.resolve("mvnw"), """
                echo "building %1$s with $JAVA_HOME"
                echo run >>../runs
                %2$s
                mkdir -p installers/target/image/node && cp bundle.bin installers/target/image/node/%3$s
                """.formatted(version, first, bundle.getFileName()));
        machine.bundles.clear();
        git("add", "-A");
        git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", version);
    }

    private void git(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(args));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), command::toString);
    }

    private long builds() throws IOException {
        return Files.readAllLines(machine.home.resolve(".rbee-node/build/runs")).size();
    }

    @Test
    void aMachineBuildsWhatItsBranchHolds() throws Exception {
        List<String> before = machine.listing();
        JobNotes job = new JobNotes();
        assertEquals(Optional.empty(), machine.provisioning.install(machine.shell, machine.plan, job));
        assertTrue(job.said.stream().anyMatch(line -> line.startsWith("building " + A)), job.said::toString);
        assertEquals(Optional.of(A), machine.provisioning.installed(machine.shell, machine.plan));
        assertEquals(
                A,
                machine.provisioning
                        .start(machine.shell, machine.plan, 1, new JobNotes())
                        .version());

        machine.provisioning.install(machine.shell, machine.plan, new JobNotes());
        assertEquals(1, builds(), "the same commit is not built again");

        commit(B, "");
        assertEquals(Optional.of(A), machine.provisioning.install(machine.shell, machine.plan, new JobNotes()));
        assertEquals(Optional.of(B), machine.provisioning.installed(machine.shell, machine.plan));

        assertEquals(List.of(), machine.provisioning.remove(machine.shell, machine.plan, new JobNotes()));
        assertEquals(before, machine.listing());
    }

    @Test
    void whatCannotBeBuiltSaysWhyAndChangesNothing() throws Exception {
        List<String> before = machine.listing();
        commit(A, "echo 'COMPILATION ERROR' >&2; exit 1");
        Problem failed = fails();
        assertEquals(ProblemCode.INSTALL_FAILED, failed.code());
        assertTrue(String.valueOf(failed.details()).contains("COMPILATION ERROR"), failed::toString);
        assertEquals(before, machine.listing());

        machine.plan = plan("no-such-branch");
        Problem unknown = fails();
        assertEquals(ProblemCode.INSTALL_FAILED, unknown.code());
        assertTrue(unknown.message().contains("no-such-branch"), unknown::message);
        assertEquals(before, machine.listing());
    }

    @Test
    void aBuildThatIsCancelledDoesNotGoOnThere() throws Exception {
        List<String> before = machine.listing();
        commit(A, "while :; do sleep 0.1; done");
        Thread installing = Thread.currentThread();
        JobNotes job = new JobNotes("building");
        job.at("building", installing::interrupt);
        ProblemException cancelled = assertThrows(
                ProblemException.class, () -> machine.provisioning.install(machine.shell, machine.plan, job));
        assertTrue(Thread.interrupted(), "whoever waits for the job still sees that it was interrupted");
        assertEquals(ProblemCode.CANCELLED, cancelled.problem().code());
        assertEquals(before, machine.listing());
        String build = machine.home.resolve(".rbee-node/build").toString();
        assertEquals(
                List.of(),
                ProcessHandle.allProcesses()
                        .filter(process ->
                                TestMachine.commandLine(process.pid()).contains(build))
                        .toList());
    }

    @Test
    void optionsAndCommandsInAnAddressAreOnlyAnAddress() throws Exception {
        NodePlan usual = machine.plan;
        Path proof = folder.resolve("proof");
        for (String url : List.of("--upload-pack=touch " + proof, "ext::touch " + proof, "$(touch " + proof + ")")) {
            machine.plan = new NodePlan(
                    usual.name(), usual.owner(), usual.nodeKey(), usual.installPath(), url, "--exec=x", 0, null);
            assertEquals(ProblemCode.INSTALL_FAILED, fails().code(), url);
            assertTrue(Files.notExists(proof), url);
        }
    }

    private Problem fails() {
        return assertThrows(
                        ProblemException.class,
                        () -> machine.provisioning.install(machine.shell, machine.plan, new JobNotes()))
                .problem();
    }
}
