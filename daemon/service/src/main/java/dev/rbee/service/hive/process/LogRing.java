package dev.rbee.service.hive.process;

import dev.rbee.contract.workers.LogLine;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * The newest lines of one child, bounded by count and by characters. Readers ask for what came after a number, so a slow
 * one misses lines (and sees that by the numbers) but never holds memory. Thread-safe.
 */
public final class LogRing {
    /** Longer lines are cut here. */
    static final int LINE_MOST = 4_096;

    private final int lines;
    private final int chars;
    private final Deque<LogLine> ring = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long next = 1;
    private int held;
    private boolean closed;

    /** Keeps at most so many lines and characters. */
    public LogRing(int lines, int chars) {
        this.lines = lines;
        this.chars = chars;
    }

    /** Adds a line, cut where it is too long; returns it as kept. Never waits for readers. */
    public LogLine add(Instant at, String stream, String text) {
        String kept = text.length() > LINE_MOST ? text.substring(0, LINE_MOST) + " [cut]" : text;
        lock.lock();
        try {
            LogLine line = new LogLine(next++, at, stream, kept);
            ring.addLast(line);
            held += kept.length();
            while (ring.size() > lines || held > chars) {
                held -= ring.removeFirst().line().length();
            }
            changed.signalAll();
            return line;
        } finally {
            lock.unlock();
        }
    }

    /** No more lines come; readers are told at once. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** True once no more lines come. */
    public boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** What is held after line {@code seq} (0: all), at once. */
    public List<LogLine> after(long seq) {
        lock.lock();
        try {
            List<LogLine> found = new ArrayList<>();
            for (LogLine line : ring) {
                if (line.seq() > seq) {
                    found.add(line);
                }
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    /** The same, waiting up to so many milliseconds for a line or the end. */
    public List<LogLine> await(long seq, long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (next - 1 <= seq && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return after(seq);
        } finally {
            lock.unlock();
        }
    }

    /** The number of the line before the last {@code count} ones. */
    public long beforeLast(int count) {
        lock.lock();
        try {
            return Math.max(0, next - 1 - count);
        } finally {
            lock.unlock();
        }
    }

    /** The last lines as one text, for a failure's details. */
    public String tail(int count) {
        return after(beforeLast(count)).stream().map(LogLine::line).collect(Collectors.joining("\n"));
    }
}
