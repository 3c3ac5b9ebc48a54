package dev.rbee.client.ssh;

import static dev.rbee.client.ssh.Machines.problem;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.client.ssh.RemoteShell.Ran;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.testing.Sshd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsIT {
    private static final Duration LONG = Duration.ofMinutes(2);

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

    @Test
    void statusAndBothOutputsComeBack() {
        Ran ran = shell.run("echo out; echo err >&2; exit 3", LONG);
        assertEquals(new Ran(3, "out\n", "err\n"), ran);
        assertFalse(ran.ok());
        assertEquals(new Ran(0, machine.home() + "\n", ""), shell.run("pwd", LONG));
        assertFalse(shell.run("kill -KILL $$", LONG).ok());
    }

    @Test
    void argumentsArriveAsTheyAre() {
        List<String> hostile = List.of(
                "it's", "$(touch pwned)", "`touch pwned`", "a\nb", "", "*", "-n", "\\", "\"; exit 9; \"", "für 蜂");
        Ran ran = shell.run("for a in \"$@\"; do printf '[%s]\\n' \"$a\"; done", LONG, hostile.toArray(String[]::new));
        assertEquals(String.join("", hostile.stream().map(a -> "[" + a + "]\n").toList()), ran.out());
        assertFalse(Files.exists(machine.home().resolve("pwned")));
    }

    @Test
    void theScriptIsInNoArgumentListAndNothingReadsItAway() {
        Ran ran = shell.run("cat; tr '\\0' ' ' </proc/$$/cmdline; : secret-word", LONG, "one");
        assertFalse(ran.out().contains("secret-word"), ran.out());
        assertTrue(ran.out().contains("sh -s -- one"), ran.out());
    }

    @Test
    void linesComeWhileItRunsCleaned() {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        Path go = machine.home().resolve("go");
        var ran = CompletableFuture.supplyAsync(() -> shell.run(
                "printf '\\033[31mred\\033[0m 10%%\\r20%%\\r\\n\\033]0;title\\007end\\n'; while [ ! -e go ]; do sleep 0.05; done; echo last >&2",
                LONG, lines::add));
        await().until(() -> lines.equals(List.of("red 10%", "20%", "end")));
        assertTrue(go.toFile().mkdir());
        assertEquals(new Ran(0, "red 10%\n20%\nend\n", "last\n"), ran.join());
        assertEquals("last", lines.getLast());
    }

    @Test
    void muchOutputKeepsItsEnd() {
        Ran ran = shell.run(
                "i=0; while [ $i -lt 20000 ]; do echo line-$i-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; i=$((i+1)); done", LONG);
        assertEquals(Output.KEPT, ran.out().length());
        assertTrue(ran.out().endsWith("line-19999-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"));
    }

    @Test
    void whatRunsTooLongIsKilledWithItsChildren() {
        var problem = problem(
                ProblemCode.TIMEOUT, () -> shell.run("echo waiting; sleep 600 & sleep 600", Duration.ofSeconds(3)));
        assertTrue(problem.message().contains("waiting"), problem.message());
        await().until(() -> machine.processes().isEmpty());
        assertEquals("still\n", shell.run("echo still", LONG).out());
    }

    @Test
    void thirtyAtOnceWaitForTheirTurn() {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 30)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> shell.run("echo $1", LONG, "n" + i).out(), pool))
                    .toList();
            for (int i = 0; i < 30; i++) {
                assertEquals("n" + i + "\n", all.get(i).join());
            }
        }
    }

    @Test
    void whatTheLoginPrintsIsNoOutput() {
        assertEquals("x\n", shell.run("echo x", LONG).out());
        Output output = new Output(
                new java.io.ByteArrayInputStream(
                        "Welcome!\nMARK12\nreal\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "MARK",
                l -> {});
        await().until(() -> output.text().equals("real\n") && output.marked().equals("12"));
    }
}
