package dev.rbee.client.ssh;

import static dev.rbee.client.ssh.Machines.knowing;
import static dev.rbee.client.ssh.Machines.problem;
import static dev.rbee.client.ssh.Machines.target;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.testing.Sshd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real {@code ssh-agent}. */
class AgentIT {
    @TempDir
    Path folder;

    @Test
    void keysOfTheAgentOpenMachines() throws Exception {
        Path socket = folder.resolve("agent");
        try (Sshd machine = Sshd.start(folder.resolve("m"))) {
            Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                await().until(() -> Files.exists(socket));
                HostKeys known = knowing(folder.resolve("known_hosts"), machine);
                SshConnect connect = new SshConnect(known, socket);
                SshTarget target = target(machine, List.of());
                var empty = problem(ProblemCode.SSH_LOGIN_REFUSED, () -> connect.connect(target, SshLogin.KEYS, null));
                assertTrue(empty.message().contains("it holds no key"), empty.message());

                ProcessBuilder add =
                        new ProcessBuilder("ssh-add", "-q", machine.key().toString());
                add.environment().put("SSH_AUTH_SOCK", socket.toString());
                assertEquals(0, add.start().waitFor());
                try (SshSession shell = connect.connect(target, SshLogin.KEYS, null)) {
                    var ran = shell.run("echo in; echo \"[$SSH_AUTH_SOCK]\"", Duration.ofMinutes(1));
                    assertEquals("in\n[]\n", ran.out(), "the agent itself stays here");
                }
                problem(
                        ProblemCode.SSH_LOGIN_REFUSED,
                        () -> connect.connect(target, new SshLogin(null, null, false), null));
            } finally {
                agent.destroy();
                agent.waitFor();
            }
            var gone = problem(
                    ProblemCode.SSH_LOGIN_REFUSED,
                    () -> new SshConnect(
                                    knowing(folder.resolve("known_hosts"), machine),
                                    Files.writeString(folder.resolve("dead"), ""))
                            .connect(target(machine, List.of()), SshLogin.KEYS, null));
            assertTrue(gone.message().contains("agent"), gone.message());
        }
    }
}
