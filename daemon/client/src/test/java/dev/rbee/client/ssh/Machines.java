package dev.rbee.client.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.testing.Sshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.function.Executable;

/** What tests of this package say of a machine. */
final class Machines {
    private Machines() {}

    /** The way to it, with its key and those on the way. */
    static SshTarget target(Sshd machine, SshTarget... jumps) {
        return new SshTarget("127.0.0.1", machine.port(), machine.user(), List.of(machine.key()), List.of(jumps));
    }

    /** The same with other keys. */
    static SshTarget target(Sshd machine, List<Path> keys) {
        return new SshTarget("127.0.0.1", machine.port(), machine.user(), keys, List.of());
    }

    /** Host keys that know these machines; the file is made anew. */
    static HostKeys knowing(Path file, Sshd... machines) throws IOException {
        Files.write(file, List.of(machines).stream().map(Sshd::knownHostsLine).toList());
        return new HostKeys(file, null);
    }

    /** Logged in with its key. */
    static SshSession session(Sshd machine, Path knownHosts) throws IOException {
        return SshSession.connect(target(machine), SshLogin.KEYS, knowing(knownHosts, machine), null);
    }

    /** The problem this ends with. */
    static Problem problem(ProblemCode code, Executable action) {
        Problem problem = assertThrows(ProblemException.class, action).problem();
        assertEquals(code, problem.code(), problem.toString());
        return problem;
    }
}
