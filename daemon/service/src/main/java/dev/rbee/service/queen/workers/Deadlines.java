package dev.rbee.service.queen.workers;

/**
 * When silence means something, by the queen's monotonic clock. After a start, and after a pause of the whole process (laptop
 * sleep, SIGSTOP), everybody gets one full term of grace. Guarded by the registry's lock; {@link #online} may be read from anywhere.
 */
final class Deadlines {
    /** A sweep that comes so late means that the queen itself was away. */
    private static final long PAUSE_NANOS = 10_000_000_000L;

    private final long offlineNanos;
    private final long goneNanos;
    private volatile long floor;
    private long lastSweep;

    Deadlines(WorkerLimits limits, long now) {
        offlineNanos = limits.offline().toNanos();
        goneNanos = limits.gone().toNanos();
        floor = now;
        lastSweep = now;
    }

    /** Notes a sweep; says whether the queen was away before it. */
    boolean swept(long now) {
        boolean away = now - lastSweep > PAUSE_NANOS;
        lastSweep = now;
        if (away) {
            floor = now;
        }
        return away;
    }

    /** Gives everybody a full term from now. */
    void grace(long now) {
        floor = now;
    }

    boolean online(Entry entry, long now) {
        return entry.phase() != Phase.OFFLINE && silence(entry, now) <= offlineNanos;
    }

    boolean gone(Entry entry, long now) {
        return silence(entry, now) > goneNanos;
    }

    private long silence(Entry entry, long now) {
        long since = entry.seenNanos() - floor >= 0 ? entry.seenNanos() : floor;
        return now - since;
    }
}
