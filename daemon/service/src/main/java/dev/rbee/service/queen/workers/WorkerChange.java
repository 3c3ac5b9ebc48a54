package dev.rbee.service.queen.workers;

import dev.rbee.contract.workers.WorkerInfo;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a worker.
 *
 * @param before null: it is new
 * @param after null: it is gone
 * @param reason why, for people
 */
public record WorkerChange(
        Kind kind, @Nullable WorkerInfo before, @Nullable WorkerInfo after, String reason) {
    /** What kind of step. */
    public enum Kind {
        /** new, or a new epoch began */
        REGISTERED,
        /** its state, slots or facts changed */
        CHANGED,
        /** a beat that changed nothing but the time it was last seen */
        BEAT,
        /** removed */
        GONE
    }

    /** Whom it is about. */
    public String id() {
        WorkerInfo one = after != null ? after : before;
        return one == null ? "" : one.id();
    }
}
