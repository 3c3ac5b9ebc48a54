package dev.rbee.service.models.fetch;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One fetch for one part, whichever process does it: a byte of the file {@code .lock} of its folder stands for the part. That file stays open, as
 * the system forgets a process's locks of a file as soon as it closes it once. Thread-safe.
 */
final class PartLocks implements AutoCloseable {
    private final Map<Path, FileChannel> folders = new HashMap<>();

    /** A held lock. */
    interface Held extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /** Takes it; throws {@code already_running} where another has it. */
    synchronized Held take(Path part, String what) throws IOException {
        Path folder = PartFile.folder(part);
        FileChannel channel = folders.get(folder);
        if (channel == null) {
            channel = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            folders.put(folder, channel);
        }
        FileLock lock = lock(channel, part.getFileName().toString());
        if (lock == null) {
            throw ProblemException.of(
                    ProblemCode.ALREADY_RUNNING, what + " is being fetched already.", "Wait for it; both end with it.");
        }
        return lock::release;
    }

    private static @Nullable FileLock lock(FileChannel channel, String name) throws IOException {
        try {
            return channel.tryLock(Integer.toUnsignedLong(name.hashCode()), 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (FileChannel channel : folders.values()) {
            channel.close();
        }
        folders.clear();
    }
}
