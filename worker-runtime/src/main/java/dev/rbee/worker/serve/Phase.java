package dev.rbee.worker.serve;

/** What a worker is doing with its life. */
public enum Phase {
    /** the model is being loaded */
    LOADING("loading"),
    /** serves */
    SERVING("ok"),
    /** finishes what runs, takes nothing new, then ends */
    DRAINING("draining");

    private final String health;

    Phase(String health) {
        this.health = health;
    }

    /** As {@code GET /health} says it. */
    public String health() {
        return health;
    }
}
