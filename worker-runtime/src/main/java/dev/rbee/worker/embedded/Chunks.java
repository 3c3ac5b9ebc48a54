package dev.rbee.worker.embedded;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much of a prompt is computed in one go. A call into the library cannot be interrupted, so that a cancelled request
 * keeps its slot, and every other slot its turn, until the piece under way is done: pieces are made as long as the time
 * they may take. All threads.
 */
final class Chunks {
    private static final int SMALLEST = 16;
    /** A piece should take about this long. */
    private static final long TARGET_NANOS = 300_000_000L;

    private final int largest;
    private final AtomicInteger size;

    Chunks(int largest) {
        this.largest = largest;
        this.size = new AtomicInteger(Math.min(largest, 64));
    }

    int size() {
        return size.get();
    }

    /** Learns from a piece of {@code tokens} that took so long. */
    void took(int tokens, long nanos) {
        if (tokens < SMALLEST || tokens < size.get()) {
            return;
        }
        double fitting = (double) tokens * TARGET_NANOS / Math.max(1, nanos);
        int next = Math.clamp((int) fitting, Math.max(SMALLEST, tokens / 2), tokens * 2);
        size.set(Math.clamp((long) next / SMALLEST * SMALLEST, SMALLEST, largest));
    }
}
