package dev.rbee.service.hive.process;

import dev.rbee.contract.workers.LogLine;
import java.nio.file.Path;
import java.time.InstantSource;

/** Everything one worker says, over all its starts: a ring to follow and a file. Thread-safe. */
final class ChildLog {
    private static final int LINES = 2_000;
    private static final int CHARS = 512 * 1024;
    private static final long FILE_MOST = 4L * 1024 * 1024;

    private final LogRing ring = new LogRing(LINES, CHARS);
    private final LogFile file;
    private final InstantSource clock;
    private volatile boolean closed;

    ChildLog(Path folder, String workerId, InstantSource clock) {
        this.file = new LogFile(LogFolder.file(folder, workerId), FILE_MOST);
        this.clock = clock;
    }

    void add(String stream, String line) {
        LogLine kept = ring.add(clock.instant(), stream, line);
        if (!closed) {
            file.add(kept);
        }
    }

    LogRing ring() {
        return ring;
    }

    void close() {
        closed = true;
        ring.close();
        file.close();
    }
}
