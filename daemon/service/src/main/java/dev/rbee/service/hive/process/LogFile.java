package dev.rbee.service.hive.process;

import dev.rbee.contract.workers.LogLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code logs/worker-<id>.log}: what the ring forgets. At a size it becomes {@code .1} and starts anew, so a flood costs
 * twice that size at most. A disk that refuses to write costs the lines, not the worker. Thread-safe; writing blocks.
 */
final class LogFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogFile.class);

    private final Path file;
    private final long most;
    private @Nullable OutputStream out;
    private long written;
    private boolean broken;

    LogFile(Path file, long most) {
        this.file = file;
        this.most = most;
    }

    /** Appends one line. */
    synchronized void add(LogLine line) {
        byte[] bytes = (line.at() + " " + line.stream() + " " + line.line() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            open(bytes.length).write(bytes);
            written += bytes.length;
            broken = false;
        } catch (IOException e) {
            if (!broken) {
                LOG.warn("file={} cannot be written, its lines are lost: {}", file, e.toString());
            }
            broken = true;
            close();
        }
    }

    private OutputStream open(int more) throws IOException {
        OutputStream now = out;
        if (now != null && written + more > most) {
            now.close();
            now = null;
        }
        if (now == null) {
            written = Files.exists(file) ? Files.size(file) : 0;
            if (written + more > most) {
                Files.move(file, rotated(file), StandardCopyOption.REPLACE_EXISTING);
                written = 0;
            }
            now = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            out = now;
        }
        return now;
    }

    static Path rotated(Path file) {
        return file.resolveSibling(file.getFileName() + ".1");
    }

    @Override
    public synchronized void close() {
        OutputStream now = out;
        out = null;
        if (now != null) {
            try {
                now.close();
            } catch (IOException e) {
                LOG.debug("file={} did not close: {}", file, e.toString());
            }
        }
    }
}
