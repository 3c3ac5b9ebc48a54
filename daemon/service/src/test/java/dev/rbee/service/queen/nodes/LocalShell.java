package dev.rbee.service.queen.nodes;

import dev.rbee.client.ssh.RemoteShell;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** A machine without its network: the same scripts under a real shell of this machine, in a home of their own. */
final class LocalShell implements RemoteShell {
    private final String shell;
    private final Map<String, String> environment;
    /** Bytes after which the next upload is cut, as by a lost connection; none where negative. */
    long cutAfter = -1;
    /** Bytes that all uploads have sent. */
    long sent;

    /** Runs them under {@code shell} ({@code dash}, for instance) with exactly this environment. */
    LocalShell(String shell, Map<String, String> environment) {
        this.shell = shell;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Ran run(String script, Duration deadline, String... args) {
        return run(script, deadline, line -> {}, args);
    }

    @Override
    public Ran run(String script, Duration deadline, Consumer<String> lines, String... args) {
        List<String> command = new ArrayList<>(List.of(shell, "-s", "--"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.directory(Path.of(environment.getOrDefault("HOME", "/")).toFile());
        try {
            Process process = builder.start();
            CompletableFuture<String> out = read(process.getInputStream(), lines);
            CompletableFuture<String> err = read(process.getErrorStream(), lines);
            try (OutputStream in = process.getOutputStream()) {
                in.write(script.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw ProblemException.of(ProblemCode.TIMEOUT, "The command takes too long.", null);
            }
            return new Ran(process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.CANCELLED, "Interrupted.", null);
        }
    }

    private static CompletableFuture<String> read(InputStream stream, Consumer<String> lines) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            StringBuilder all = new StringBuilder();
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.accept(line);
                    all.append(line).append('\n');
                }
                text.complete(all.toString());
            } catch (IOException e) {
                text.completeExceptionally(e);
            }
        });
        return text;
    }

    @Override
    public void write(String path, byte[] content, int mode) {
        try {
            Path fresh = Path.of(path + ".new");
            Files.write(fresh, content);
            Set<PosixFilePermission> rights = PosixFilePermissions.fromString(mode == 0600 ? "rw-------" : "rw-r--r--");
            Files.setPosixFilePermissions(fresh, rights);
            Files.move(fresh, Path.of(path), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw ProblemException.of(ProblemCode.INSTALL_FAILED, e.toString(), null);
        }
    }

    @Override
    public Optional<byte[]> read(String path, int most) {
        try {
            return Files.exists(Path.of(path)) ? Optional.of(Files.readAllBytes(Path.of(path))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long upload(Path file, String path, LongConsumer progress, BooleanSupplier cancelled) {
        Path target = Path.of(path);
        long now = 0;
        try (InputStream in = Files.newInputStream(file)) {
            long there = Files.exists(target) ? Files.size(target) : 0;
            if (there > Files.size(file)) {
                Files.delete(target);
                there = 0;
            }
            in.skipNBytes(there);
            byte[] block = new byte[1024];
            try (OutputStream out =
                    Files.newOutputStream(target, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                for (int n = in.read(block); n > 0; n = in.read(block)) {
                    if (cancelled.getAsBoolean()) {
                        throw ProblemException.of(ProblemCode.CANCELLED, "Cancelled.", null);
                    }
                    if (cutAfter >= 0 && now >= cutAfter) {
                        cutAfter = -1;
                        throw ProblemException.of(ProblemCode.SSH_UNREACHABLE, "The connection is lost.", null);
                    }
                    out.write(block, 0, n);
                    now += n;
                    sent += n;
                    progress.accept(there + now);
                }
            }
            return now;
        } catch (IOException e) {
            throw ProblemException.of(
                    String.valueOf(e.getMessage()).contains("No space")
                            ? ProblemCode.STORAGE_FULL
                            : ProblemCode.INSTALL_FAILED,
                    e.toString(),
                    null);
        }
    }
}
