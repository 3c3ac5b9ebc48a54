package dev.rbee.service.hive.process;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.workers.WorkerConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;

/**
 * Stands in for a worker, with the bad habits that its "model file" lists: {@code start_ms} (slow), {@code exit} (code, before
 * it serves), {@code problem} (JSON it says before that), {@code crash_ms} (after it serves), {@code load_ms}, {@code flood}
 * (lines), {@code ignore_term}, {@code ignore_shutdown}, {@code never_ready}, {@code crash_once} (a file that remembers).
 */
public final class BadChild {
    private BadChild() {}

    /** Runs until told to end. */
    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] args) throws Exception {
        BufferedReader stdin = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        WorkerConfig config = Json.read(stdin.readLine(), WorkerConfig.class);
        Properties habits = new Properties();
        try (var in = Files.newInputStream(Path.of(config.modelPath()))) {
            habits.load(in);
        }
        if (!habits.containsKey("ignore_eof")) {
            Thread.ofPlatform().daemon().start(() -> untilEof(stdin));
        }
        if (habits.containsKey("ignore_term")) {
            Runtime.getRuntime().addShutdownHook(new Thread(BadChild::sleepForEver));
        }
        System.err.println("env " + new java.util.TreeSet<>(System.getenv().keySet()));
        Thread.sleep(number(habits, "start_ms"));
        for (int i = 0; i < number(habits, "flood"); i++) {
            System.err.println("flood " + i + " " + "x".repeat(200));
        }
        if (habits.containsKey("problem")) {
            System.out.println("problem " + habits.getProperty("problem"));
        }
        if (habits.containsKey("exit")) {
            System.err.println("cannot go on");
            System.exit(number(habits, "exit"));
        }
        if (habits.containsKey("never_ready")) {
            sleepForEver();
        }
        serve(config, habits);
    }

    private static void serve(WorkerConfig config, Properties habits) throws IOException {
        long loaded = System.nanoTime() + number(habits, "load_ms") * 1_000_000L;
        try (ServerSocket server = new ServerSocket(config.port(), 50, InetAddress.getLoopbackAddress())) {
            System.out.println("ready " + server.getLocalPort());
            if (habits.containsKey("crash_ms")) {
                Thread.ofPlatform().daemon().start(() -> {
                    sleep(number(habits, "crash_ms"));
                    Runtime.getRuntime().halt(134);
                });
            }
            while (true) {
                try (Socket socket = server.accept()) {
                    answer(socket, loaded, habits);
                }
            }
        }
    }

    private static void answer(Socket socket, long loaded, Properties habits) throws IOException {
        String line =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
        String answer = System.nanoTime() - loaded >= 0 ? "ok" : "loading";
        socket.getOutputStream().write((answer + "\n").getBytes(StandardCharsets.UTF_8));
        if ("shutdown".equals(line) && !habits.containsKey("ignore_shutdown")) {
            System.err.println("finished");
            Runtime.getRuntime().halt(0);
        }
    }

    private static void untilEof(BufferedReader stdin) {
        try {
            while (stdin.readLine() != null) {
                // nothing is said after the first line
            }
        } catch (IOException e) {
            System.err.println("stdin: " + e);
        }
        Runtime.getRuntime().halt(0);
    }

    private static int number(Properties habits, String key) {
        return Integer.parseInt(habits.getProperty(key, "0"));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleepForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
