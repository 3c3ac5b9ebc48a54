package dev.rbee.service.queen.hives;

import dev.rbee.contract.hives.HiveState;

/**
 * What silence makes of hives, by the queen's monotonic clock. Everybody gets a full term of grace after a start of the queen and
 * after a pause of its process. Guarded by the book's lock.
 */
final class HiveSilence {
    private static final long PAUSE_NANOS = 10_000_000_000L;

    private final HiveBook book;
    private final HiveLimits limits;
    private long floor;
    private long lastTick;

    HiveSilence(HiveBook book, HiveLimits limits) {
        this.book = book;
        this.limits = limits;
        this.floor = book.now();
        this.lastTick = floor;
    }

    /** From where silence counts for hives that were not heard since. */
    long floor() {
        return floor;
    }

    void tick() {
        long now = book.now();
        if (now - lastTick > PAUSE_NANOS) {
            floor = now; // this process was away, not they
        }
        lastTick = now;
        for (HiveEntry each : book.all()) {
            silent(each, now - Math.max(each.seenNanos(), floor));
        }
    }

    private void silent(HiveEntry hive, long silence) {
        boolean late = silence > limits.suspect().toNanos();
        boolean gone = silence > limits.offline().toNanos();
        switch (hive.state()) {
            case UNKNOWN, SUSPECT, DRAINING -> {
                if (gone) {
                    offline(hive);
                }
            }
            case ONLINE, DEGRADED -> {
                if (gone) {
                    offline(hive);
                } else if (late) {
                    book.put(hive.in(HiveState.SUSPECT, "missed a heartbeat", book.date()));
                }
            }
            case STARTING, OFFLINE, STOPPED, ERROR -> {}
        }
    }

    private void offline(HiveEntry hive) {
        String why = "silent for more than " + limits.offline().toSeconds() + " s";
        book.put(hive.in(HiveState.OFFLINE, why, book.date()));
    }
}
