package dev.rbee.product;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A running process of the product: its lines as they come, its end, and no way to leave it behind. */
public final class Running implements AutoCloseable {
    private final Process process;
    private final Path stderr;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> all = new CopyOnWriteArrayList<>();

    private final Thread reader;

    private Running(Process process, Path stderr) {
        this.process = process;
        this.stderr = stderr;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /** Starts {@code rbee} with these arguments in that sandbox; its stdin stays open. */
    public static Running start(Sandbox sandbox, String... arguments) {
        try {
            Path stderr = Files.createTempFile(sandbox.folder(), "stderr-", ".log");
            ProcessBuilder builder = new ProcessBuilder(Image.rbee(sandbox.assets(), arguments));
            builder.environment().keySet().removeIf(name -> name.startsWith("RBEE_"));
            builder.environment().putAll(sandbox.environment());
            builder.directory(sandbox.folder().toFile()).redirectError(stderr.toFile());
            Running running = new Running(builder.start(), stderr);
            sandbox.watch(running);
            return running;
        } catch (IOException e) {
            throw new IllegalStateException("cannot start rbee " + List.of(arguments), e);
        }
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                all.add(line);
                lines.add(line);
            }
        } catch (IOException e) {
            all.add("(its output broke off: " + e.getMessage() + ")");
        }
    }

    /** Waits for a line of stdout; fails with all that the process said when it ends or the time is over. */
    public String awaitLine(Predicate<String> wanted, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (System.nanoTime() < end) {
                String line = lines.poll(100, TimeUnit.MILLISECONDS);
                if (line != null && wanted.test(line)) {
                    return line;
                }
                if (line == null && !process.isAlive() && lines.isEmpty()) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("the line did not come within " + limit + "\n" + said());
    }

    /** Waits for its end and gives the exit code. */
    public int awaitExit(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still running after " + limit + "\n" + said());
            }
            var _ = reader.join(Duration.ofSeconds(5)); // its last lines; a child may still hold the pipe
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Everything on stdout so far. */
    public String stdout() {
        return String.join("\n", all);
    }

    /** Everything on stderr so far. */
    public String stderr() {
        try {
            return Files.readString(stderr);
        } catch (IOException e) {
            return "(" + e + ")";
        }
    }

    /** Both, for messages of failed tests. */
    public String said() {
        return "stdout:\n" + stdout() + "\nstderr:\n" + stderr();
    }

    /** The process itself. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Asks it to end (SIGTERM). */
    public void terminate() {
        process.destroy();
    }

    /** Ends it without asking (SIGKILL), children not included. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Ends it and everything below it. */
    @Override
    public void close() {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }
}
