package dev.rbee.app.launch;

import static org.awaitility.Awaitility.await;

import dev.rbee.service.boot.LocalQueen;
import dev.rbee.service.boot.Main;
import dev.rbee.service.home.Home;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Registry, queen and hive of one home as programs of their own, on free ports, so that one of them can be killed. */
final class Daemons implements AutoCloseable {
    private final Path home;
    private final Map<String, String> ports;
    private final List<Process> running = new ArrayList<>();
    private final Process queen;

    /** Starts the three; waits until the queen answers. */
    Daemons(Home home) throws IOException {
        this.home = home.path();
        ports = Map.of("RBEE_REGISTRY_PORT", free(), "RBEE_QUEEN_PORT", free(), "RBEE_LOCAL_HIVE_PORT", free());
        Process unused = start("registry");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> unused.isAlive() && home.runFile("registry").read().isPresent());
        queen = start("queen");
        await().atMost(Duration.ofSeconds(60)).until(() -> LocalQueen.find(home).isPresent());
        start("hive");
    }

    private static String free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    private Process start(String part) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Drbee.assets=" + System.getProperty("rbee.assets"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                part);
        builder.environment().put("RBEE_HOME", home.toString());
        builder.environment().putAll(ports);
        builder.redirectErrorStream(true)
                .redirectOutput(home.resolve(part + ".out").toFile());
        Process process = builder.start();
        running.add(process);
        return process;
    }

    /** Ends the queen at once, with no chance to say anything. */
    void killQueen() {
        queen.destroyForcibly();
    }

    @Override
    public void close() {
        List<ProcessHandle> all = running.stream()
                .flatMap(process -> java.util.stream.Stream.concat(
                        process.descendants(), java.util.stream.Stream.of(process.toHandle())))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(60)).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }
}
