package dev.rbee.app.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file behind {@link AppState}: written at most twice a second, off the caller's thread, in one step. Thread-safe. */
final class StateFile {
    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
    private static final long LARGEST = 4L << 20;
    private static final Executor SOON =
            CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS, Thread::startVirtualThread);

    /** Whether what is in memory has to be written, and whether it still may be. */
    private enum Phase {
        CLEAN,
        WAITING,
        CLOSED
    }

    private final Path path;
    private final ReentrantLock lock = new ReentrantLock();
    private Phase phase = Phase.CLEAN;

    StateFile(Path path) {
        this.path = path;
    }

    Optional<ObjectNode> read() {
        try {
            if (!Files.exists(path) || Files.size(path) > LARGEST) {
                return Optional.empty();
            }
            JsonNode json = Json.tree(Files.readAllBytes(path));
            return json instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException | ProblemException e) {
            LOG.warn("file={} cannot be read, so defaults hold: {}", path, e.toString());
            return Optional.empty();
        }
    }

    void soon(Supplier<ObjectNode> content) {
        lock.lock();
        try {
            if (phase != Phase.CLEAN) {
                return;
            }
            phase = Phase.WAITING;
        } finally {
            lock.unlock();
        }
        SOON.execute(() -> save(content, Phase.CLEAN));
    }

    void close(Supplier<ObjectNode> content) {
        save(content, Phase.CLOSED);
    }

    private void save(Supplier<ObjectNode> content, Phase after) {
        lock.lock();
        try {
            boolean due = phase == Phase.WAITING;
            if (phase != Phase.CLOSED) {
                phase = after;
            }
            if (due) {
                write(Json.bytes(content.get()));
            }
        } finally {
            lock.unlock();
        }
    }

    private void write(byte[] bytes) {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try (FileChannel out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        } catch (IOException e) {
            LOG.warn("file={} cannot be written: {}", path, e.toString());
            return;
        }
        try {
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("file={} cannot be replaced: {}", path, e.toString());
        }
    }
}
