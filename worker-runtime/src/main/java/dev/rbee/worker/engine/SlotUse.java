package dev.rbee.worker.engine;

/**
 * Slots now.
 *
 * @param total of the engine
 * @param busy with a request
 * @param waiting requests without a slot
 */
public record SlotUse(int total, int busy, int waiting) {
    /** Slots without a request. */
    public int free() {
        return total - busy;
    }
}
