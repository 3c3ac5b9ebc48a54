package dev.rbee.service.queen.routing;

import dev.rbee.contract.workers.WorkerState;

/** What the decision sees of one worker. Reading it has no side effects. */
public interface Candidate {
    /** The worker. */
    String id();

    /** The hive it runs on. */
    String node();

    /** The model as the worker calls it. */
    String model();

    /** Its state now. */
    WorkerState state();

    /** Answers at a time. */
    int slotsTotal();

    /** Slots that neither the queen nor anybody else uses, as far as known. */
    int slotsFree();

    /** Slots that the queen itself does not use; others may use them. */
    int slotsUnreserved();

    /** Measured speed of one answer, tokens per second; 0 while unknown. */
    double tokensPerSecond();

    /** Recent failures, fading: 1 is one failure just now. {@code now} is in nanoseconds of the owner's clock. */
    double errors(long now);

    /** Whether it can do that, as far as known. */
    default boolean can(Need need) {
        return true;
    }

    /** Share of its slots in use, 0 to 1. */
    default double load() {
        int total = slotsTotal();
        return total <= 0 ? 1 : (double) (total - slotsFree()) / total;
    }
}
