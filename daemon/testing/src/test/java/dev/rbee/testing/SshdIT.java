package dev.rbee.testing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test machine itself, tried with OpenSSH's own client. */
class SshdIT {
    @TempDir
    Path folder;

    @Test
    void aLoginHasItsOwnHomeEnvironmentAndPath() throws Exception {
        Path shims = Files.createDirectories(folder.resolve("shims"));
        Path shim = Files.writeString(shims.resolve("uname"), "#!/bin/sh\necho Plan9\n");
        assertTrue(shim.toFile().setExecutable(true));
        try (Sshd machine = Sshd.in(folder.resolve("m"))
                .path(shims.toString())
                .environment("COLOUR", "it's blue")
                .start()) {
            assertEquals(
                    machine.home() + " Plan9 it's blue\n" + machine.home() + "\n",
                    ssh(machine, "echo $HOME $(uname) $COLOUR; pwd"));
            Files.writeString(machine.home().resolve("seen"), "x");
            assertEquals("seen\n", ssh(machine, "ls"));
        }
    }

    @Test
    void whatIsDetachedOutlivesCutsButNotAReboot() throws Exception {
        try (Sshd machine = Sshd.start(folder)) {
            ssh(machine, "nohup setsid sleep 600 </dev/null >/dev/null 2>&1 &");
            assertEquals(1, machine.processes().size());
            machine.cutConnections();
            machine.stop();
            assertThrows(IllegalStateException.class, () -> ssh(machine, "true"));
            assertEquals(1, machine.processes().size());
            machine.start();
            assertEquals("up\n", ssh(machine, "echo up"));
            machine.reboot();
            assertEquals(List.of(), machine.processes());
            assertEquals("up\n", ssh(machine, "echo up"));
        }
    }

    @Test
    void aNewHostKeyIsAnotherOneOnTheSamePort() {
        try (Sshd machine = Sshd.start(folder)) {
            String line = machine.knownHostsLine();
            String fingerprint = machine.fingerprint();
            assertTrue(fingerprint.startsWith("SHA256:"), fingerprint);
            machine.newHostKey();
            assertNotEquals(fingerprint, machine.fingerprint());
            assertNotEquals(line, machine.knownHostsLine());
        }
    }

    @Test
    void listenersBeyondLoopbackAreSeen() throws Exception {
        try (Sshd machine = Sshd.start(folder)) {
            Process open = client(machine, "-N", "-R", "*:0:127.0.0.1:1", "-R", "127.0.0.1:0:127.0.0.1:1")
                    .start();
            try {
                await().until(() ->
                        machine.listening().size() + machine.loopbackPorts().size() >= 2);
                assertFalse(machine.listening().isEmpty());
                assertFalse(machine.loopbackPorts().isEmpty());
            } finally {
                open.destroy();
            }
            await().until(() -> machine.listening().isEmpty());
        }
    }

    @Test
    void aSmallDiskIsFullAndAReadOnlyHomeRefuses() {
        try (Sshd machine = Sshd.in(folder.resolve("small")).smallDisk(1 << 20).start()) {
            String said = ssh(machine, "dd if=/dev/zero of=big bs=65536 count=64 2>&1; true");
            assertTrue(said.contains("No space left"), said);
            assertTrue(Files.exists(machine.inside(machine.home().resolve("big"))));
        }
        try (Sshd machine = Sshd.in(folder.resolve("ro")).readOnlyHome().start()) {
            String said = ssh(machine, "echo x 2>&1 >file; true");
            assertTrue(said.contains("Read-only"), said);
        }
        try (Sshd machine =
                Sshd.in(folder.resolve("limit")).fileSizeLimit(65536).start()) {
            String said = ssh(machine, "LC_ALL=C dd if=/dev/zero of=big bs=65536 count=64 2>&1; true");
            assertTrue(said.contains("File too large"), said);
        }
    }

    private static String ssh(Sshd machine, String command) {
        return Tool.run(client(machine, command).command().toArray(String[]::new));
    }

    private static ProcessBuilder client(Sshd machine, String... words) {
        List<String> options = new java.util.ArrayList<>(
                List.of("ssh", "-q", "-F", "/dev/null", "-i", machine.key().toString()));
        for (String option : List.of(
                "IdentitiesOnly=yes",
                "BatchMode=yes",
                "StrictHostKeyChecking=no",
                "UserKnownHostsFile=/dev/null",
                "ExitOnForwardFailure=yes")) {
            options.addAll(List.of("-o", option));
        }
        boolean flags = words[0].startsWith("-");
        if (flags) {
            options.addAll(List.of(words));
        }
        options.addAll(List.of("-p", Integer.toString(machine.port()), machine.user() + "@127.0.0.1"));
        if (!flags) {
            options.addAll(List.of(words));
        }
        return new ProcessBuilder(options);
    }
}
