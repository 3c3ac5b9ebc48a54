package dev.rbee.service.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.nodes.AddNode;
import dev.rbee.contract.nodes.ProbeFinding;
import dev.rbee.service.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rbee setup} and what {@code rbee hive} does to other machines, over real HTTP. */
class SetupCommandsTest {
    @TempDir
    Path dir;

    private FakeQueen queen;
    private FakeMachines machines;
    private Keyboard keyboard;
    private Keyboard person;

    @BeforeEach
    void start() {
        queen = new FakeQueen(Home.at(dir).token(new SecureRandom()));
        machines = queen.machines;
        keyboard = new Keyboard(dir, Map.of(), new FakeDaemons(queen.url(), null));
        person = keyboard.atATerminal();
    }

    @AfterEach
    void stop() {
        queen.close();
    }

    @Test
    void machineIsLookedAtAddedAndFollowed() {
        Keyboard.Screen screen = keyboard.type(add("--ssh-port", "2222", "--jump", "me@gate", "--expect-gpu"));
        assertEquals(0, screen.exit(), screen.err());
        assertTrue(screen.err().contains("vince@mac (ssh-ed25519 " + FakeMachines.KEY + ")"), screen.err());
        assertTrue(screen.err().contains("  1. Upload rbee (60 MB)"), screen.err());
        assertTrue(screen.out().startsWith("Machine mac is added"), screen.out());
        assertEquals(List.of("probe", "add"), machines.calls);
        AddNode sent = machines.added.getFirst();
        assertEquals(2222, sent.sshPort());
        assertEquals("me@gate", sent.proxyJump());
        assertEquals(true, sent.expectGpu());
        assertEquals(true, sent.start());
        assertNull(sent.password());
    }

    @Test
    void jsonIsOneDocument() {
        Keyboard.Screen screen = keyboard.type(add("--json"));
        assertEquals("mac", screen.json().path("node_name").asText());
        assertEquals("w1", screen.json().at("/hive/worker_id").asText());
        assertEquals("linux", screen.json().at("/report/os").asText());
        assertEquals("", screen.err());
    }

    @Test
    void onlySavingStartsNothing() {
        Keyboard.Screen screen = person.type(add("--no-start", "--no-expect-gpu"));
        assertEquals(0, screen.exit(), screen.err());
        assertTrue(screen.out().contains("is saved"), screen.out());
        assertEquals(false, machines.added.getFirst().start());
        assertEquals(false, machines.added.getFirst().expectGpu());
    }

    @Test
    void strangersKeyIsAskedAboutAtATerminal() {
        machines.known = false;
        Keyboard.Screen no = person.typeWith("n\n", add());
        assertEquals(1, no.exit());
        assertTrue(no.err().contains("fingerprint " + FakeMachines.KEY), no.err());
        assertEquals(List.of("probe"), machines.calls);
        Keyboard.Screen yes = person.typeWith("yes\n\n", add());
        assertEquals(0, yes.exit(), yes.err());
        assertEquals(FakeMachines.KEY, machines.added.getFirst().acceptHostKey());
    }

    @Test
    void strangersKeyIsNeverTakenWhereNobodyIsAsked() {
        machines.known = false;
        Keyboard.Screen screen = keyboard.typeWith("yes\nyes\n", add());
        assertEquals(1, screen.exit());
        assertTrue(screen.err().contains("--accept-host-key " + FakeMachines.KEY), screen.err());
        assertEquals(
                0, keyboard.type(add("--accept-host-key", FakeMachines.KEY)).exit());
        assertEquals(1, person.typeWith("", add()).exit(), "the end of the input is no yes");
    }

    @Test
    void secretsAreAskedForAndNeverArguments() {
        machines.needs = List.of("passphrase", "password");
        Keyboard.Screen without = keyboard.type(add());
        assertEquals(1, without.exit());
        Keyboard.Screen piped = keyboard.typeWith("right\nright\n", add("--passphrase", "--password", "--remember"));
        assertEquals(0, piped.exit(), piped.err());
        assertEquals("right", machines.added.getFirst().password());
        assertEquals(true, machines.added.getFirst().remember());
        Keyboard.Screen asked = person.typeWith("right\nright\ny\n", add());
        assertEquals(0, asked.exit(), asked.err());
        assertFalse((asked.out() + asked.err()).contains("right"));
        assertEquals(2, keyboard.type(add("--password=right")).exit());
        assertEquals(1, keyboard.typeWith("", add("--password")).exit());
    }

    @Test
    void unsuitableMachineIsNotAdded() {
        machines.findings =
                List.of(new ProbeFinding(ProbeFinding.Level.BLOCKER, "no_space", "The disk is full.", "Make room."));
        Keyboard.Screen screen = keyboard.type(add("--yes"));
        assertEquals(1, screen.exit());
        assertTrue(screen.err().contains("✗ The disk is full. Make room."), screen.err());
        assertEquals(List.of("probe"), machines.calls);
        assertEquals(0, keyboard.type(add("--no-start")).exit(), "saved for better days");
    }

    @Test
    void keyFileIsNamedAsTheQueenFindsIt() throws Exception {
        Path key = Files.writeString(dir.resolve("key"), "");
        Path seen = Path.of("").toAbsolutePath().relativize(key);
        assertEquals(0, keyboard.type(add("--ssh-key", seen.toString())).exit());
        assertEquals(key.toString(), machines.added.getFirst().sshKeyPath());
    }

    @Test
    void personMayStopAfterTheReport() {
        Keyboard.Screen screen = person.typeWith("n\n", add());
        assertEquals(1, screen.exit());
        assertTrue(screen.err().contains("nothing was changed"), screen.err());
        assertEquals(List.of("probe"), machines.calls);
    }

    @Test
    void failedInstallationSaysThatTheMachineIsSaved() {
        machines.job = "bad";
        Keyboard.Screen screen = keyboard.type(add());
        assertEquals(1, screen.exit());
        assertTrue(screen.err().contains("rbee hive start mac"), screen.err());
        assertTrue(screen.err().contains("rbee: No hive has that model."), screen.err());
    }

    @Test
    void machinesAreListedTriedAndRemoved() {
        String table = keyboard.type("setup", "list-nodes").out();
        assertTrue(
                table.lines()
                        .anyMatch(line -> line.matches(
                                "mac +error +vince@mac.lan:2222 +0.1.0-abcdef12 +60 s ago +Nobody answers.")),
                table);
        assertEquals(
                "mac",
                keyboard.type("setup", "list-nodes", "--json")
                        .json()
                        .at("/nodes/0/node_name")
                        .asText());
        assertTrue(keyboard.type("setup", "test-node", "mac").out().contains("It answers. (42 ms)"));
        assertEquals(1, person.typeWith("\n", "setup", "remove-node", "mac").exit());
        assertEquals(List.of("test mac"), machines.calls);
        assertEquals(0, person.typeWith("y\n", "setup", "remove-node", "mac").exit());
        Keyboard.Screen forced = keyboard.type("setup", "remove-node", "mac", "--force");
        assertTrue(forced.err().contains("left there: /home/vince/.rbee-node"), forced.err());
        assertEquals(List.of("test mac", "remove mac false", "remove mac true"), machines.calls);
    }

    @Test
    void waitingMachineGetsItsLogin() {
        machines.needs = List.of("password");
        Keyboard.Screen screen = keyboard.typeWith("right\n", "setup", "login", "mac", "--password", "--remember");
        assertEquals(0, screen.exit(), screen.err());
        assertEquals(List.of("login mac true"), machines.calls);
    }

    @Test
    void hivesAreResumedRestartedUpgradedWokenAndTold() {
        for (String verb : List.of("resume", "restart", "upgrade", "wake")) {
            assertEquals(0, keyboard.type("hive", verb, "mac").exit(), verb);
        }
        assertEquals(0, keyboard.type("hive", "expect", "mac", "cpu").exit());
        assertEquals(0, keyboard.type("hive", "expect", "mac", "any").exit());
        assertEquals(
                List.of(
                        "/v1/hives/mac/resume",
                        "/v1/hives/mac/restart",
                        "/v1/hives/mac/upgrade",
                        "/v1/hives/mac/wake",
                        "expect mac false",
                        "expect mac null"),
                machines.calls);
        assertEquals(2, keyboard.type("hive", "expect", "mac", "tpu").exit());
    }

    private static String[] add(String... more) {
        List<String> words = new ArrayList<>(List.of("setup", "add-node", "--name", "mac", "--ssh-host", "mac.lan"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }
}
