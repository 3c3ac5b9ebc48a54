package dev.rbee.service.queen.workers;

/** Is told of every change, in order, under the registry's lock: must return at once and call no writing method of the registry (reading is fine). */
@FunctionalInterface
public interface WorkerListener {
    /** Tells nobody. */
    WorkerListener NONE = change -> {};

    /** Something changed. */
    void changed(WorkerChange change);

    /** Both, this one first. */
    default WorkerListener and(WorkerListener other) {
        return change -> {
            changed(change);
            other.changed(change);
        };
    }
}
