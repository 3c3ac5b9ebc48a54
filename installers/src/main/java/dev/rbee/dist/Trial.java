package dev.rbee.dist;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One trial run of a program, ended as a system ends it. */
final class Trial implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path log;

    private Trial(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it; what it says goes to {@code log}. */
    static Trial start(List<String> command, Map<String, String> environment, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(log.resolveSibling("").toFile())
                .redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("RBEE_") || name.startsWith("JAVA_"));
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().putAll(environment);
        return new Trial(builder.start(), log);
    }

    /** Waits until a line of that file begins with, or has, {@code words}. */
    void await(Path file, String words) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (Files.exists(file) && has(file, words)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("no \"" + words + "\" came\n" + Files.readString(log));
    }

    private static boolean has(Path file, String words) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return lines.lines().anyMatch(line -> line.contains(words));
        }
    }

    /** Waits for its own end, which must be a good one. */
    void awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
            throw new IOException("it did not end well\n" + Files.readString(log));
        }
    }

    /** Asks it to end, and waits while it makes its notes. */
    void end() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("it did not end\n" + Files.readString(log));
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
