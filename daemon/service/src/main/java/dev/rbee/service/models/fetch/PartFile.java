package dev.rbee.service.models.fetch;

import dev.rbee.service.models.fetch.ByteRanges.Range;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * An unfinished file. Bytes are written in any order; every few MiB they are forced to the disk and only then written down as being there, so that
 * neither a killed process nor a lost machine loses more than {@link #MOST_UNSAFE}, and what is written down is true. Thread-safe; blocks.
 */
final class PartFile implements AutoCloseable {
    private static final long SAFE_EVERY = 4L << 20;
    /** More is not written before what is there is safe, bytes. */
    static final long MOST_UNSAFE = 8L << 20;

    private final Path path;
    private final DiskSpace space;
    private final FileChannel channel;
    private final ReentrantLock syncing = new ReentrantLock();
    private final ByteRanges ranges;
    private final long resumed;
    private Sidecar facts;
    private long unsafe;
    private boolean ended;

    /** Goes on with what {@code before} says is there; from the beginning where that is null. */
    PartFile(Path path, @Nullable Sidecar before, Sidecar facts, DiskSpace space) throws IOException {
        this.path = path;
        this.space = space;
        this.facts = facts;
        ranges = before == null ? new ByteRanges() : before.ranges();
        resumed = ranges.total();
        channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (before == null) {
            channel.truncate(0);
            save();
        }
    }

    /** What an earlier attempt had left. */
    long resumed() {
        return resumed;
    }

    synchronized long done() {
        return ranges.total();
    }

    synchronized List<Range> gaps(long size) {
        return ranges.gaps(size);
    }

    /** Writes bytes to their place; waits where too many are not safe yet. */
    void write(ByteBuffer bytes, long at) throws IOException {
        int count = bytes.remaining();
        long place = at;
        while (bytes.hasRemaining()) {
            place += channel.write(bytes, place);
        }
        boolean due;
        boolean must;
        synchronized (this) {
            ranges.add(at, at + count);
            unsafe += count;
            due = unsafe >= SAFE_EVERY;
            must = unsafe >= MOST_UNSAFE;
            notifyAll();
        }
        if (must) {
            syncing.lock();
        } else if (!due || !syncing.tryLock()) {
            return;
        }
        try {
            if (unsafeNow() >= SAFE_EVERY) {
                save();
                space.check(path);
            }
        } finally {
            syncing.unlock();
        }
    }

    private synchronized long unsafeNow() {
        return unsafe;
    }

    /** Makes safe what is there. */
    void save() throws IOException {
        syncing.lock();
        try {
            List<List<Long>> now;
            Sidecar then;
            long count;
            synchronized (this) {
                now = ranges.ranges().stream()
                        .map(r -> List.of(r.from(), r.to()))
                        .toList();
                then = facts;
                count = unsafe;
            }
            channel.force(false);
            new Sidecar(then.what(), then.sizeBytes(), then.sha256(), then.validator(), now).write(path);
            synchronized (this) {
                unsafe -= count;
            }
        } finally {
            syncing.unlock();
        }
    }

    /** Waits until more than {@code from} bytes stand there without a gap; how many do. {@code from} itself once nothing comes any more. */
    synchronized long awaitPrefix(long from) throws InterruptedException {
        while (ranges.prefix() <= from && !ended) {
            wait();
        }
        return ranges.prefix();
    }

    int read(ByteBuffer into, long at) throws IOException {
        return channel.read(into, at);
    }

    /** Nothing comes any more. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Whole: to its final place, in which it is after a power failure too. Ends this part. */
    void moveTo(Path target) throws IOException {
        channel.force(true);
        channel.close();
        Files.move(
                path,
                target,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        forceFolder(target);
        Files.deleteIfExists(Sidecar.of(path));
    }

    private static void forceFolder(Path file) {
        try (FileChannel entries = FileChannel.open(folder(file), StandardOpenOption.READ)) {
            entries.force(true);
        } catch (IOException e) {
            // Windows opens no folders; its file systems write entries in order
        }
    }

    static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
    }

    /** Worthless: nothing of it stays. */
    void discard() throws IOException {
        close();
        delete(path);
    }

    static void delete(Path part) throws IOException {
        Files.deleteIfExists(Sidecar.of(part));
        Files.deleteIfExists(part);
    }

    @Override
    public void close() throws IOException {
        end();
        channel.close();
    }
}
