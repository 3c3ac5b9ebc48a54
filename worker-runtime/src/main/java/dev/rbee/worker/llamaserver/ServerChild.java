package dev.rbee.worker.llamaserver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The llama-server process. It does not look at its stdin, so on POSIX systems a shell of a few hundred kilobytes beside it does: at the end
 * of that pipe, when this process ends in whatever way, it kills the server. Thread-safe.
 */
final class ServerChild implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerChild.class);
    private static final Path SHELL = Path.of("/bin/sh");
    /** The guard waits for the end of the pipe; the server takes the place of the shell, and so its pid. */
    private static final String GUARD =
            "exec 3<&0 </dev/null; { read -r x <&3; kill -9 $$; } >/dev/null 2>&1 & exec 3<&-; exec \"$@\"";

    private static final List<String> KEPT = List.of(
            "PATH",
            "HOME",
            "LANG",
            "LC_ALL",
            "TMPDIR",
            "LD_LIBRARY_PATH",
            "DYLD_LIBRARY_PATH",
            "CUDA_VISIBLE_DEVICES",
            "HIP_VISIBLE_DEVICES",
            "ROCR_VISIBLE_DEVICES",
            "GGML_VK_VISIBLE_DEVICES",
            "OMP_WAIT_POLICY",
            "SystemRoot",
            "TEMP",
            "TMP");

    private final Process process;
    private volatile boolean closing;

    private ServerChild(Process process) {
        this.process = process;
    }

    /** Starts it; {@code lines} hears what it says, on a thread of its own. */
    static ServerChild start(List<String> argv, Consumer<String> lines) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SHELL)) {
            command.addAll(List.of(SHELL.toString(), "-c", GUARD, "rbee-engine"));
        }
        command.addAll(argv);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // None of the names that llama.cpp reads as options.
        builder.environment().clear();
        builder.environment().putAll(kept(System.getenv()));
        ServerChild child = new ServerChild(builder.start());
        Thread.ofPlatform().daemon().name("llama-server-out").start(() -> child.listen(lines));
        return child;
    }

    static Map<String, String> kept(Map<String, String> own) {
        Map<String, String> kept = new TreeMap<>(own);
        kept.keySet().retainAll(KEPT);
        return kept;
    }

    private void listen(Consumer<String> lines) {
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            LOG.debug("pid={} says nothing more: {}", pid(), e.toString());
        }
    }

    long pid() {
        return process.pid();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Calls {@code listener} with its exit code once it ended without having been told to. */
    void onCrash(IntConsumer listener) {
        var _ = process.onExit().thenAccept(p -> {
            if (!closing) {
                listener.accept(p.exitValue());
            }
        });
    }

    /** Whether it ended within that time; blocks. */
    boolean endedWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Ends it: asks first, kills half a second later. Blocks that long. */
    @Override
    public void close() {
        closing = true;
        process.destroy();
        try {
            if (!process.waitFor(500, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                var _ = process.waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
