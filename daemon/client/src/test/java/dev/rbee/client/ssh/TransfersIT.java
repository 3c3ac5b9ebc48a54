package dev.rbee.client.ssh;

import static dev.rbee.client.ssh.Machines.problem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.testing.Sshd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransfersIT {
    @TempDir
    static Path folder;

    private static Sshd machine;
    private static SshSession shell;

    @BeforeAll
    static void login() throws Exception {
        machine = Sshd.start(folder.resolve("machine"));
        shell = Machines.session(machine, folder.resolve("known_hosts"));
    }

    @AfterAll
    static void logout() {
        shell.close();
        machine.close();
    }

    private static Path random(String name, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return Files.write(folder.resolve(name), content);
    }

    @Test
    void smallFilesAreWrittenWholeWithTheirRightsAndReadBack() throws Exception {
        byte[] text = "token\n".getBytes(StandardCharsets.UTF_8);
        Path there = machine.home().resolve("odd * name?\\");
        shell.write(there.toString(), "old".getBytes(StandardCharsets.UTF_8), 0644);
        shell.write(there.toString(), text, 0600);
        assertArrayEquals(text, Files.readAllBytes(there));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(there)));
        assertArrayEquals(text, shell.read(there.toString(), 100).orElseThrow());
        assertArrayEquals(
                "tok".getBytes(StandardCharsets.UTF_8),
                shell.read("~/" + there.getFileName(), 3).orElseThrow());
        assertTrue(shell.read("~/no such file", 100).isEmpty());
        try (var left = Files.list(machine.home())) {
            assertEquals(
                    List.of(), left.filter(p -> p.toString().contains(".part")).toList());
        }
    }

    @Test
    void whatCannotBeWrittenIsSaidInTheMachinesWords() throws Exception {
        Problem missing = problem(ProblemCode.INSTALL_FAILED, () -> shell.write("~/no/folder/file", new byte[1], 0600));
        assertTrue(missing.message().contains("does not exist"), missing.message());
        Path full = folder.resolve("full");
        try (Sshd small = Sshd.in(full).fileSizeLimit(1 << 20).start();
                SshSession there = Machines.session(small, folder.resolve("known_full"))) {
            Path big = random("big", 3 << 20);
            problem(ProblemCode.STORAGE_FULL, () -> there.upload(big, "~/big", n -> {}, () -> false));
            assertEquals(1 << 20, Files.size(small.home().resolve("big")));
        }
        try (Sshd fixed = Sshd.in(folder.resolve("fixed")).readOnlyHome().start();
                SshSession there = Machines.session(fixed, folder.resolve("known_fixed"))) {
            Problem readOnly = problem(ProblemCode.INSTALL_FAILED, () -> there.write("~/file", new byte[1], 0600));
            assertTrue(readOnly.message().contains("read-only file system"), readOnly.message());
        }
        try (Sshd small = Sshd.in(folder.resolve("disk")).smallDisk(1 << 20).start();
                SshSession there = Machines.session(small, folder.resolve("known_disk"))) {
            Path big = random("big", 3 << 20);
            Problem noRoom = problem(ProblemCode.STORAGE_FULL, () -> there.upload(big, "~/big", n -> {}, () -> false));
            assertTrue(noRoom.message().contains("no space left"), noRoom.message());
        }
    }

    @Test
    void anUploadTellsItsProgressAndIsNotSentTwice() throws Exception {
        Path file = random("whole", 5_000_001);
        List<Long> seen = new ArrayList<>();
        assertEquals(5_000_001, shell.upload(file, "~/whole", seen::add, () -> false));
        assertEquals(-1, Files.mismatch(file, machine.home().resolve("whole")));
        assertEquals(0L, seen.getFirst());
        assertEquals(5_000_001L, seen.getLast());
        assertEquals(seen.stream().sorted().toList(), seen);
        assertEquals(0, shell.upload(file, "~/whole", n -> {}, () -> false));
        Path shorter = random("shorter", 1000);
        assertEquals(1000, shell.upload(shorter, "~/whole", n -> {}, () -> false));
        assertEquals(-1, Files.mismatch(shorter, machine.home().resolve("whole")));
    }

    @Test
    void aCancelledUploadGoesOnWhereItEnded() throws Exception {
        Path file = random("cancelled", 8_000_000);
        long[] there = new long[1];
        problem(ProblemCode.CANCELLED, () -> shell.upload(file, "~/c", n -> there[0] = n, () -> there[0] > 2_000_000));
        long kept = Files.size(machine.home().resolve("c"));
        assertTrue(kept >= 2_000_000 && kept < 8_000_000, "kept " + kept);
        assertEquals(8_000_000 - kept, shell.upload(file, "~/c", n -> {}, () -> false));
        assertEquals(-1, Files.mismatch(file, machine.home().resolve("c")));
    }

    @Test
    void anUploadWhoseConnectionIsCutGoesOnOverTheNext() throws Exception {
        Path file = random("cut", 30_000_000);
        try (Sshd other = Sshd.start(folder.resolve("other"))) {
            AtomicBoolean cut = new AtomicBoolean();
            try (SshSession first = Machines.session(other, folder.resolve("known_other"))) {
                problem(
                        ProblemCode.SSH_UNREACHABLE,
                        () -> first.upload(
                                file,
                                "~/cut",
                                n -> {
                                    if (n > 4_000_000 && cut.compareAndSet(false, true)) {
                                        other.cutConnections();
                                    }
                                },
                                () -> false));
            }
            long kept = Files.size(other.home().resolve("cut"));
            assertTrue(kept > 0 && kept < 30_000_000, "kept " + kept);
            try (SshSession second = Machines.session(other, folder.resolve("known_other"))) {
                assertEquals(30_000_000 - kept, second.upload(file, "~/cut", n -> {}, () -> false));
            }
            assertEquals(-1, Files.mismatch(file, other.home().resolve("cut")));
        }
    }
}
