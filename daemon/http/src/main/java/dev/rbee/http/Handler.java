package dev.rbee.http;

/** Answers one request, on a virtual thread of its own that may block. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers. A {@link dev.rbee.contract.problem.ProblemException} becomes its envelope; {@link ClientGone} ends quietly; anything
     * else is a defect: 500 {@code internal_error} with an id that is in the log.
     */
    void handle(Exchange x) throws Exception;
}
