package dev.rbee.service.models.fetch;

import java.util.function.LongSupplier;

/** One speed limit for everything that takes from it. Thread-safe; waits. */
public final class Throttle {
    private static final long SECOND = 1_000_000_000L;
    /** So much may come at once after a rest, as a share of a second. */
    private static final double BURST = 0.25;

    private final LongSupplier bytesPerSecond;
    private final LongSupplier nanos;
    private long free;
    private boolean begun;

    /**
     * A limit.
     *
     * @param bytesPerSecond asked for each time; 0 is none
     * @param nanos monotonic clock
     */
    public Throttle(LongSupplier bytesPerSecond, LongSupplier nanos) {
        this.bytesPerSecond = bytesPerSecond;
        this.nanos = nanos;
    }

    /** No limit. */
    public static Throttle none() {
        return new Throttle(() -> 0, () -> 0);
    }

    /** Takes so many bytes now, and says how long to wait before more is taken, nanoseconds. */
    public synchronized long take(long bytes) {
        long speed = bytesPerSecond.getAsLong();
        long now = nanos.getAsLong();
        if (speed <= 0) {
            begun = false;
            return 0;
        }
        long earliest = now - (long) (BURST * SECOND);
        if (!begun || free - earliest < 0) {
            free = earliest;
            begun = true;
        }
        free += (long) ((double) bytes / speed * SECOND);
        return Math.max(0, free - now);
    }
}
