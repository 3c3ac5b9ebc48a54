package dev.rbee.service.queen.inference;

import dev.rbee.contract.problem.Problem;
import org.jspecify.annotations.Nullable;

/** How one try at one worker ended. */
sealed interface Outcome {
    /** The caller has the whole answer, or the worker's own refusal of it. */
    record Answered(Measured measured, @Nullable String code) implements Outcome {}

    /** The worker is full, loading or draining; it did nothing. */
    record Busy(String why) implements Outcome {}

    /**
     * The worker is lost or misbehaves.
     *
     * @param delivered it may have got the request
     * @param silent it was found out by its silence: asking for its health is done already
     * @param answering a part of its answer went to the caller
     * @param said that part; null where no other worker could go on behind it
     */
    record Lost(
            Problem problem,
            boolean delivered,
            boolean silent,
            boolean answering,
            @Nullable String said,
            Measured measured)
            implements Outcome {}

    /** The caller left. */
    record Left(Measured measured) implements Outcome {}
}
