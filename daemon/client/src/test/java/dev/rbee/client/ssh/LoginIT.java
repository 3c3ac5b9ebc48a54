package dev.rbee.client.ssh;

import static dev.rbee.client.ssh.Machines.knowing;
import static dev.rbee.client.ssh.Machines.problem;
import static dev.rbee.client.ssh.Machines.target;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.testing.Sshd;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginIT {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void aWrongPasswordIsRefusedAMissingOneAskedForTheRightOneWorks() throws Exception {
        try (Sshd machine =
                Sshd.in(folder.resolve("m")).password("right horse").noKeys().start()) {
            HostKeys known = knowing(folder.resolve("known_hosts"), machine);
            SshTarget target = target(machine, List.of());
            SshLogin wrong = new SshLogin("wrong horse", null, false);
            Problem refused =
                    problem(ProblemCode.SSH_LOGIN_REFUSED, () -> SshSession.connect(target, wrong, known, null));
            assertTrue(refused.message().contains("the password"), refused.message());
            assertFalse(refused.toString().contains("horse"), refused.toString());

            SshLogin none = new SshLogin(null, null, false);
            Problem needed = problem(ProblemCode.SSH_LOGIN_NEEDED, () -> SshSession.connect(target, none, known, null));
            assertEquals("{\"needs\":[\"password\"]}", needed.details());
            assertOpen(target, new SshLogin("right horse", null, false), known);
        }
    }

    @Test
    void aStrangeKeyIsRefusedByName() throws Exception {
        try (Sshd machine = Sshd.start(folder.resolve("m"))) {
            HostKeys known = knowing(folder.resolve("known_hosts"), machine);
            Path stranger = machine.strangerKey();
            Path missing = folder.resolve("id_missing");
            SshTarget target = target(machine, List.of(stranger, missing));
            SshLogin keys = new SshLogin(null, null, false);
            Problem refused =
                    problem(ProblemCode.SSH_LOGIN_REFUSED, () -> SshSession.connect(target, keys, known, null));
            assertTrue(refused.message().contains(stranger.toString()), refused.message());
            assertTrue(refused.message().contains(missing + " does not exist"), refused.message());
            assertOpen(target(machine, List.of(stranger, machine.key())), keys, known);
        }
    }

    @Test
    void anEncryptedKeyWantsItsPassphrase() throws Exception {
        try (Sshd machine = Sshd.start(folder.resolve("m"))) {
            HostKeys known = knowing(folder.resolve("known_hosts"), machine);
            Path key = machine.encryptedKey("sesam");
            SshTarget target = target(machine, List.of(key));
            Problem needed = problem(
                    ProblemCode.SSH_LOGIN_NEEDED,
                    () -> SshSession.connect(target, new SshLogin(null, null, false), known, null));
            assertTrue(String.valueOf(needed.details()).contains("\"passphrase\""), needed.toString());
            assertTrue(needed.message().contains(key.toString()), needed.message());
            Problem wrong = problem(
                    ProblemCode.SSH_LOGIN_REFUSED,
                    () -> SshSession.connect(target, new SshLogin(null, "zetam", false), known, null));
            assertTrue(wrong.message().contains("passphrase does not open key " + key), wrong.message());
            assertFalse(wrong.toString().contains("zetam"));
            assertOpen(target, new SshLogin(null, "sesam", false), known);
            assertOpen(target(machine, List.of(key, machine.key())), new SshLogin(null, null, false), known);
        }
    }

    @Test
    void firstContactShowsTheKeyAndWritesNothingByItself() throws Exception {
        try (Sshd machine = Sshd.start(folder.resolve("m"))) {
            HostKeys known = new HostKeys(folder.resolve("home/known_hosts"), null);
            SshTarget target = target(machine);
            Problem unknown =
                    problem(ProblemCode.HOST_KEY_UNKNOWN, () -> SshSession.connect(target, SshLogin.KEYS, known, null));
            assertEquals(
                    "{\"fingerprint\":\"" + machine.fingerprint()
                            + "\",\"key_type\":\"ssh-ed25519\",\"host\":\"[127.0.0.1]:" + machine.port() + "\"}",
                    unknown.details());
            problem(
                    ProblemCode.HOST_KEY_UNKNOWN,
                    () -> SshSession.connect(target, SshLogin.KEYS, known, "SHA256:other"));
            assertFalse(machine.log().contains("Accepted publickey"), "nothing was sent");
            assertFalse(machine.log().contains("user " + machine.user()), "not even the name");

            try (SshSession shell = SshSession.connect(target, SshLogin.KEYS, known, machine.fingerprint())) {
                assertEquals(machine.fingerprint(), shell.fingerprint());
                assertEquals("ssh-ed25519", shell.keyType());
                problem(ProblemCode.HOST_KEY_UNKNOWN, () -> SshSession.connect(target, SshLogin.KEYS, known, null));
                shell.rememberHostKeys();
            }
            assertOpen(target, SshLogin.KEYS, known);
        }
    }

    @Test
    void aChangedKeyStopsEverythingAndNamesBoth() throws Exception {
        try (Sshd machine =
                Sshd.in(folder.resolve("m")).password("secret horse").start()) {
            HostKeys known = knowing(folder.resolve("known_hosts"), machine);
            String before = machine.fingerprint();
            machine.newHostKey();
            String log = machine.log();
            SshLogin login = new SshLogin("secret horse", null, true);
            Problem changed = problem(
                    ProblemCode.HOST_KEY_CHANGED,
                    () -> SshSession.connect(target(machine), login, known, machine.fingerprint()));
            assertTrue(
                    changed.message().contains(before) && changed.message().contains(machine.fingerprint()),
                    changed.message());
            String since = machine.log().substring(log.length());
            assertFalse(
                    since.contains("Accepted") || since.contains("Failed") || since.contains("user " + machine.user()),
                    since);

            assertTrue(known.forget("127.0.0.1", machine.port()));
            problem(ProblemCode.HOST_KEY_UNKNOWN, () -> SshSession.connect(target(machine), login, known, null));
        }
    }

    @Test
    void machinesAreReachedThroughOthersEachChecked() throws Exception {
        try (Sshd outer = Sshd.start(folder.resolve("outer"));
                Sshd middle = Sshd.start(folder.resolve("middle"));
                Sshd inner = Sshd.start(folder.resolve("inner"))) {
            SshTarget way = target(inner, target(outer), target(middle));
            HostKeys none = new HostKeys(folder.resolve("none"), null);
            Problem first =
                    problem(ProblemCode.HOST_KEY_UNKNOWN, () -> SshSession.connect(way, SshLogin.KEYS, none, null));
            assertTrue(first.message().contains(outer.fingerprint()), first.message());
            HostKeys known = knowing(folder.resolve("known_hosts"), outer, middle);
            Problem last =
                    problem(ProblemCode.HOST_KEY_UNKNOWN, () -> SshSession.connect(way, SshLogin.KEYS, known, null));
            assertTrue(last.message().contains(inner.fingerprint()), last.message());
            String all = String.join(",", outer.fingerprint(), middle.fingerprint(), inner.fingerprint());
            try (SshSession shell = SshSession.connect(way, SshLogin.KEYS, none, all)) {
                assertEquals(inner.home() + "\n", shell.run("pwd", LONG).out());
                assertEquals(inner.fingerprint(), shell.fingerprint());
                shell.rememberHostKeys();
            }
            assertOpen(way, SshLogin.KEYS, none);
            SshTarget noWay = new SshTarget("127.0.0.1", 1, "x", List.of(), List.of(target(outer)));
            Problem lost =
                    problem(ProblemCode.SSH_UNREACHABLE, () -> SshSession.connect(noWay, SshLogin.KEYS, known, null));
            assertTrue(lost.message().contains("through"), lost.message());
        }
    }

    @Test
    void whoDoesNotAnswerIsUnreachableInTime() throws Exception {
        HostKeys none = new HostKeys(folder.resolve("none"), null);
        SshTarget nobody = new SshTarget("127.0.0.1", 1, "x", List.of(), List.of());
        Problem refused =
                problem(ProblemCode.SSH_UNREACHABLE, () -> SshSession.connect(nobody, SshLogin.KEYS, none, null));
        assertTrue(refused.message().contains("refuses the connection"), refused.message());
        SshTarget nowhere = new SshTarget("no-such-host.invalid", 22, "x", List.of(), List.of());
        problem(ProblemCode.SSH_UNREACHABLE, () -> SshSession.connect(nowhere, SshLogin.KEYS, none, null));
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            SshTarget silent = new SshTarget("127.0.0.1", mute.getLocalPort(), "x", List.of(), List.of());
            problem(ProblemCode.SSH_UNREACHABLE, () -> SshSession.connect(silent, SshLogin.KEYS, none, null));
        }
    }

    private static void assertOpen(SshTarget target, SshLogin login, HostKeys known) throws IOException {
        try (SshSession shell = SshSession.connect(target, login, known, null)) {
            assertEquals("in\n", shell.run("echo in", LONG).out());
        }
    }
}
