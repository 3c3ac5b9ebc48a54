package dev.rbee.worker.llamaserver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.problem.ProblemException;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Makes sure that a cancelled request has really left its slot: the server only notices between two batches that its caller is gone, and a
 * slot that is given away before that would let the next one wait unseen.
 */
final class IdleCheck {
    private static final long LONGEST = Duration.ofMinutes(2).toNanos();
    private static final long LOOK_MS = 20;

    private final ServerDoor door;
    private final LongSupplier nanos;

    IdleCheck(ServerDoor door, LongSupplier nanos) {
        this.door = door;
        this.nanos = nanos;
    }

    /** Waits until fewer slots work than {@code busy} says, which still counts the one that was cancelled. Two minutes at most. */
    void await(IntSupplier busy) throws InterruptedException {
        long start = nanos.getAsLong();
        while (working() >= busy.getAsInt() && nanos.getAsLong() - start < LONGEST) {
            Thread.sleep(LOOK_MS);
        }
    }

    private int working() {
        try {
            int working = 0;
            for (JsonNode slot : door.get("/slots")) {
                working += slot.path("is_processing").asBoolean() ? 1 : 0;
            }
            return working;
        } catch (ProblemException e) {
            return 0; // a build that does not say, or one that is ending
        }
    }
}
