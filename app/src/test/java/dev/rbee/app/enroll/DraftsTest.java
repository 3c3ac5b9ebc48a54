package dev.rbee.app.enroll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.rbee.app.small.Machines;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, ports, keys and phases, without a window. */
class DraftsTest {
    @ParameterizedTest
    @CsvSource({
        "gpu-1.lan, gpu-1",
        "vince@GPU_1.lan, gpu-1",
        "192.168.1.20, 192-168-1-20",
        "fe80::1, fe80-1",
        "mac, mac",
        "'', ''"
    })
    void anAddressGivesAName(String host, String name) {
        assertEquals(name, Drafts.name(host));
    }

    @Test
    void whatCannotBeIsSaid() {
        assertNull(Drafts.wrongName("gpu-1", List.of("mac")));
        assertNotNull(Drafts.wrongName("mac", List.of("mac")));
        assertNotNull(Drafts.wrongName("", List.of()));
        assertNotNull(Drafts.wrongName("-x", List.of()));
        assertNotNull(Drafts.wrongName("a b", List.of()));
        assertNotNull(Drafts.wrongName("x".repeat(65), List.of()));
        assertNull(Drafts.wrongPort(""));
        assertNull(Drafts.wrongPort("2222"));
        assertNotNull(Drafts.wrongPort("0"));
        assertNotNull(Drafts.wrongPort("65536"));
        assertNotNull(Drafts.wrongPort("ssh"));
    }

    @Test
    void keysThatAreTrustedGoAlong() {
        var draft = Machines.ask("gpu-1", "vince", "gpu-1.lan");
        assertNull(Drafts.trusting(draft, List.of()).acceptHostKey());
        assertEquals(
                "SHA256:a,SHA256:b",
                Drafts.trusting(draft, List.of("SHA256:a", "SHA256:b")).acceptHostKey());
        assertEquals("gpu-1.lan", Drafts.trusting(draft, List.of("SHA256:a")).sshHost());
    }

    @Test
    void theKeyComesOutOfTheProblem() {
        Problem problem = Problem.of(ProblemCode.HOST_KEY_UNKNOWN, "not known", null);
        HostKey key = HostKey.of(
                problem.withDetails("{\"fingerprint\":\"SHA256:x\",\"key_type\":\"ssh-rsa\",\"host\":\"gate\"}"), "h");
        assertEquals(new HostKey("gate", "ssh-rsa", "SHA256:x"), key);
        assertEquals("/etc/ssh/ssh_host_rsa_key.pub", key.serverFile());
        assertEquals("h", HostKey.of(problem, "h").host());
        assertEquals("h", HostKey.of(problem.withDetails("no json"), "h").host());
        assertEquals(
                "/etc/ssh/ssh_host_ecdsa_key.pub", new HostKey("h", "ecdsa-sha2-nistp256", "SHA256:x").serverFile());
    }

    @ParameterizedTest
    @CsvSource({
        "Connecting, CONNECT",
        "Checking the machine, CHECK",
        "Uploading 12.3 of 48.0 MB, COPY",
        "Unpacking, UNPACK",
        "Starting the hive, START",
        "Waiting for its first heartbeat, HEARTBEAT"
    })
    void aMessageTellsThePhase(String message, Phase phase) {
        assertEquals(Optional.of(phase), Phase.of(message));
    }

    @Test
    void aPhaseIsNeverLeftBackwards() {
        assertEquals(Phase.START, Phase.START.or(Phase.COPY));
        assertEquals(Phase.HEARTBEAT, Phase.START.or(Phase.HEARTBEAT));
        assertEquals(Optional.empty(), Phase.of("Something else"));
    }
}
