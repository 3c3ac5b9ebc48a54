package dev.rbee.client.ssh;

import static dev.rbee.client.ssh.Machines.problem;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.testing.Sshd;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TunnelsIT {
    @TempDir
    Path folder;

    private Sshd machine;
    private SshSession shell;
    private ServerSocket echo;

    @BeforeEach
    void login() throws Exception {
        machine = Sshd.start(folder.resolve("machine"));
        shell = Machines.session(machine, folder.resolve("known_hosts"));
        echo = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> serve(echo));
    }

    @AfterEach
    void logout() throws Exception {
        echo.close();
        shell.close();
        machine.close();
    }

    /** Says everything back, then ends; what is said after a half-close still comes. */
    private static void serve(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> {
                    try (socket) {
                        socket.getInputStream().transferTo(socket.getOutputStream());
                        socket.getOutputStream().write('.');
                    } catch (IOException e) {
                        // the other side went away
                    }
                });
            } catch (IOException e) {
                return;
            }
        }
    }

    private static Socket open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static String said(int port, String text) throws IOException {
        try (Socket socket = open(port)) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void portsThereAreReachedHereOnLoopbackOnly() throws Exception {
        int port = shell.forwardLocal(echo.getLocalPort());
        assertEquals("hello.", said(port, "hello"));
        int chosen = free();
        assertEquals(chosen, shell.forwardLocal(echo.getLocalPort(), chosen));
        assertEquals("again.", said(chosen, "again"));
        problem(ProblemCode.PORT_TAKEN, () -> shell.forwardLocal(echo.getLocalPort(), chosen));
        shell.closeLocal(chosen);
        assertThrows(IOException.class, () -> open(chosen).close());
        assertEquals("still.", said(port, "still"));
    }

    @Test
    void portsHereAreReachedThereOnLoopbackOnly() throws Exception {
        int there = free();
        shell.forwardRemote(there, echo.getLocalPort());
        assertEquals("from there.", said(there, "from there"));
        assertTrue(machine.loopbackPorts().contains(there));
        assertEquals(List.of(), machine.listening());
        try (SshSession second = Machines.session(machine, folder.resolve("known_hosts"))) {
            problem(ProblemCode.PORT_TAKEN, () -> second.forwardRemote(there, echo.getLocalPort()));
        }
        shell.close();
        await().until(() -> !machine.loopbackPorts().contains(there));
    }

    @Test
    void aPortNobodyListensOnEndsTheConnectionAtOnce() throws Exception {
        int port = shell.forwardLocal(free());
        try (Socket socket = open(port)) {
            assertEquals(-1, ended(socket));
        }
    }

    private static int ended(Socket socket) {
        try {
            return socket.getInputStream().read();
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    void manyConnectionsAtOnceAreServed() throws Exception {
        int port = shell.forwardLocal(echo.getLocalPort());
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String text = "n" + i;
            CompletableFuture<String> said = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    said.complete(said(port, text));
                } catch (IOException e) {
                    said.completeExceptionally(e);
                }
            });
            all.add(said);
        }
        for (int i = 0; i < 100; i++) {
            assertEquals("n" + i + ".", all.get(i).join());
        }
    }

    @Test
    void whoDoesNotReadHoldsUpNobodyElse() throws Exception {
        int port = shell.forwardLocal(echo.getLocalPort());
        try (Socket stalled = open(port)) {
            AtomicInteger written = new AtomicInteger();
            Thread.ofVirtual().start(() -> {
                try {
                    byte[] block = new byte[65536];
                    while (true) {
                        stalled.getOutputStream().write(block);
                        written.incrementAndGet();
                    }
                } catch (IOException e) {
                    written.set(Integer.MAX_VALUE);
                }
            });
            // until every buffer on the way is full
            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(60)).until(still(written));
            assertTrue(written.get() < 2000, "no bound: " + written.get());
            assertEquals(
                    "others go on.",
                    CompletableFuture.supplyAsync(() -> saidOrNothing(port))
                            .get(20, java.util.concurrent.TimeUnit.SECONDS));
            assertEquals("x\n", shell.run("echo x", Duration.ofSeconds(30)).out());
        }
    }

    private static String saidOrNothing(int port) {
        try {
            return said(port, "others go on");
        } catch (IOException e) {
            return "";
        }
    }

    private static java.util.concurrent.Callable<Boolean> still(AtomicInteger counter) {
        int[] before = {-1};
        return () -> {
            int now = counter.get();
            boolean same = now == before[0];
            before[0] = now;
            return same;
        };
    }

    @Test
    void aCutConnectionIsNoticedAndEndsItsTunnels() throws Exception {
        int port = shell.forwardLocal(echo.getLocalPort());
        AtomicInteger lost = new AtomicInteger();
        shell.onLost(lost::incrementAndGet);
        try (Socket open = open(port)) {
            InputStream in = open.getInputStream();
            open.getOutputStream().write('a');
            assertEquals('a', in.read());
            machine.cutConnections();
            await().until(() -> lost.get() == 1);
            assertFalse(shell.alive());
            assertEquals(-1, ended(open));
        }
        assertThrows(IOException.class, () -> open(port).close());
        problem(ProblemCode.SSH_UNREACHABLE, () -> shell.run("true", Duration.ofSeconds(9)));
        problem(ProblemCode.SSH_UNREACHABLE, () -> shell.forwardLocal(1));
        shell.onLost(lost::incrementAndGet);
        shell.close();
        assertEquals(2, lost.get());
    }

    @Test
    void aMachineThatFallsSilentIsLostToo() throws Exception {
        CompletableFuture<Boolean> lost = new CompletableFuture<>();
        shell.onLost(() -> lost.complete(true));
        var running = CompletableFuture.supplyAsync(
                () -> problem(ProblemCode.SSH_UNREACHABLE, () -> shell.run("sleep 600", Duration.ofMinutes(9))));
        await().until(() -> machine.processes().size() > 1);
        machine.freeze();
        try {
            await().atMost(Duration.ofSeconds(60)).until(lost::isDone);
            running.get(20, java.util.concurrent.TimeUnit.SECONDS);
        } finally {
            machine.thaw();
        }
    }

    @Test
    void anEndSaidByUsIsAnEndToo() throws Exception {
        CompletableFuture<Boolean> lost = new CompletableFuture<>();
        shell.onLost(() -> lost.complete(true));
        shell.close();
        await().until(lost::isDone);
        assertFalse(shell.alive());
    }
}
