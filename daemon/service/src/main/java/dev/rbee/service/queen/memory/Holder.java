package dev.rbee.service.queen.memory;

import java.util.Comparator;

/**
 * A worker that holds memory of a hive, as decisions see it. Times are of the owner's monotonic clock, nanoseconds.
 *
 * @param bytes that are free when it is gone
 * @param stage how it stands
 * @param keep never unloaded for others
 * @param readyNanos since when it can be used; meaningless while it loads
 * @param idleNanos since when it has nothing to do; meaningless unless it is idle
 */
public record Holder(
        String worker, String model, long bytes, Stage stage, boolean keep, long readyNanos, long idleNanos) {
    /** What a worker does as far as its memory goes. */
    public enum Stage {
        /** its model is being loaded */
        LOADING,
        /** nothing to do */
        IDLE,
        /** answers somebody, or nobody knows what it does */
        BUSY,
        /** takes nothing new and ends when it has finished */
        LEAVING
    }

    /** Longest idle first; equal ones by name, so that a decision can be repeated. */
    static final Comparator<Holder> LONGEST_IDLE =
            Comparator.comparingLong(Holder::idleNanos).thenComparing(Holder::worker);

    /** Longest there first. */
    static final Comparator<Holder> LONGEST_READY =
            Comparator.comparingLong(Holder::readyNanos).thenComparing(Holder::worker);
}
