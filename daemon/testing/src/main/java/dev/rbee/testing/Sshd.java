package dev.rbee.testing;

import dev.rbee.testing.ProcFs.Listener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A machine for tests: a real OpenSSH server on a high port of 127.0.0.1 with a home of its own for whoever logs in. Works as root and as any
 * other user. Where the system allows name spaces the login has an account of its own ({@code user()} is then {@code rbee}, and every program
 * there sees the home as its home); elsewhere only the environment says so. Methods block until what they ask for is so. One test's thread.
 */
public final class Sshd implements AutoCloseable {
    private static final Path SERVER = Path.of("/usr/sbin/sshd");
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private final SshdOptions options;
    private final SshdFiles files;
    private final Accounts accounts;
    private final Path key;
    private final int port;
    private final Thread atExit = new Thread(this::end);
    private @Nullable Process server;
    private int made;

    private Sshd(SshdOptions options, Accounts accounts) {
        this.options = options;
        this.accounts = accounts;
        files = new SshdFiles(options);
        files.make();
        files.accounts(accounts.uid(), accounts.gid(), accounts.user());
        key = newKey(true, "");
        port = freePort();
    }

    /** A machine with nothing special, its files in {@code folder}. Skips the test where there is no OpenSSH server. */
    public static Sshd start(Path folder) {
        return in(folder).start();
    }

    /** A machine to be described, its files in {@code folder}. */
    public static SshdOptions in(Path folder) {
        return new SshdOptions(folder);
    }

    static Sshd start(SshdOptions options) {
        Needs.that(
                Files.isExecutable(SERVER) && SshdFiles.sftpServer(),
                "needs the OpenSSH server: install openssh-server");
        Accounts accounts = Accounts.find();
        Needs.right(
                accounts.isolated() || !options.isolated(),
                "needs mount name spaces (root, or kernel.unprivileged_userns_clone)");
        try {
            Files.createDirectories(options.folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Sshd sshd = new Sshd(options, accounts);
        Runtime.getRuntime().addShutdownHook(sshd.atExit);
        sshd.start();
        return sshd;
    }

    /** Where it listens, on 127.0.0.1; stays the same for its whole life. */
    public int port() {
        return port;
    }

    /** As whom to log in. */
    public String user() {
        return accounts.user();
    }

    /** The home of whoever logs in. */
    public Path home() {
        return files.home();
    }

    /** Path of a file of the machine as this process sees it; needed only with a small disk, while it runs. */
    public Path inside(Path path) {
        Process running = server;
        return options.smallDisk > 0 && running != null ? Path.of("/proc/" + running.pid() + "/root" + path) : path;
    }

    /** A private key that opens it, not encrypted. */
    public Path key() {
        return key;
    }

    /** Another private key that opens it, encrypted with this passphrase. */
    public Path encryptedKey(String passphrase) {
        return newKey(true, passphrase);
    }

    /** A private key that does not open it. */
    public Path strangerKey() {
        return newKey(false, "");
    }

    /** {@code SHA256:...} of its host key. */
    public String fingerprint() {
        return Tool.run("ssh-keygen", "-l", "-E", "sha256", "-f", files.hostKey() + ".pub")
                .split(" ")[1];
    }

    /** Its line in a {@code known_hosts} file. */
    public String knownHostsLine() {
        try {
            String[] words = Files.readString(Path.of(files.hostKey() + ".pub")).split(" ");
            return "[127.0.0.1]:" + port + " " + words[0] + " " + words[1].strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again with another host key, on the same port, as somebody in the middle would. */
    public void newHostKey() {
        stop();
        files.newHostKey();
        start();
    }

    /** What it logged so far: logins, keys that were tried, forwards. */
    public String log() {
        try {
            return Files.readString(files.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends every connection there is now; it goes on listening, and what was started detached lives on. */
    public void cutConnections() {
        List<Long> open = sessions();
        open.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        Awaitility.await().atMost(SETTLED).until(() -> open.stream().noneMatch(Sshd::lives));
    }

    /** Every connection and the server fall silent without being closed, as when a cable is pulled. */
    public void freeze() {
        signal("-STOP");
    }

    /** Ends {@link #freeze}. */
    public void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        Process running = server;
        if (running != null) {
            command.add(Long.toString(running.pid()));
        }
        sessions().forEach(pid -> command.add(Long.toString(pid)));
        Tool.run(command.toArray(String[]::new));
    }

    /** Network away: no connection, nobody listens. What was started detached lives on. */
    public void stop() {
        Process running = server;
        if (running == null) {
            return;
        }
        List<Long> open = sessions();
        running.destroyForcibly();
        open.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        Awaitility.await()
                .atMost(SETTLED)
                .until(() -> !running.isAlive() && open.stream().noneMatch(Sshd::lives));
        server = null;
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid).isPresent();
    }

    /** Listens again after {@link #stop}. Nothing where it runs. */
    public void start() {
        if (server != null) {
            return;
        }
        Path config = files.config(port, user());
        Awaitility.await("sshd").atMost(SETTLED).until(() -> listens(accounts.launch(options, config, files)));
    }

    /** True once it listens; false where the port is still taken; throws where it cannot start at all. */
    private boolean listens(Process process) {
        String sign = "Server listening on 127.0.0.1 port " + port;
        long before = log().split(sign, -1).length;
        Awaitility.await().atMost(SETTLED).until(() -> log().split(sign, -1).length > before || !process.isAlive());
        if (process.isAlive()) {
            server = process;
            return true;
        }
        if (log().endsWith("Cannot bind any address.\n")) {
            return false;
        }
        throw new IllegalStateException("sshd did not start:\n" + log());
    }

    /** Processes of this machine's home, the sessions' own commands among them. */
    public List<Long> processes() {
        return ProcFs.of(home());
    }

    /** Host reboot: ends every connection and every process of this home at once, and listens again. */
    public void reboot() {
        stop();
        killAll();
        start();
    }

    /** Kills every process whose environment has this home. The server goes on listening. */
    public void killAll() {
        Awaitility.await().atMost(SETTLED).until(() -> {
            processes().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            return processes().isEmpty();
        });
    }

    /** Where processes of this home and the sessions listen beyond loopback, {@code address:port}; must be empty. */
    public List<String> listening() {
        return listeners().stream()
                .filter(l -> !l.loopback())
                .map(l -> l.address() + ":" + l.port())
                .toList();
    }

    /** Ports of loopback on which processes of this home and the sessions' forwards listen. */
    public Set<Integer> loopbackPorts() {
        Set<Integer> ports = new LinkedHashSet<>();
        listeners().stream().filter(Listener::loopback).forEach(l -> ports.add(l.port()));
        return ports;
    }

    private List<Listener> listeners() {
        List<Long> pids = new ArrayList<>(processes());
        pids.addAll(sessions());
        return ProcFs.listeners(pids);
    }

    /** The server's processes that serve one connection each. */
    private List<Long> sessions() {
        Process running = server;
        return running == null
                ? List.of()
                : running.descendants()
                        .map(ProcessHandle::pid)
                        .filter(pid -> ProcFs.name(pid).startsWith("sshd"))
                        .toList();
    }

    private Path newKey(boolean opens, String passphrase) {
        Path file = SshdFiles.keyPair(options.folder.resolve("client_key_" + made++), passphrase);
        if (opens) {
            files.authorize(file);
        }
        return file;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        stop();
        killAll();
    }

    /** Ends the server, its connections and every process of this home. */
    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
