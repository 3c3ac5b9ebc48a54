package dev.rbee.service.queen.inference;

import org.jspecify.annotations.Nullable;

/**
 * What was seen of one answer.
 *
 * @param pieces events with text in them, about the tokens
 * @param firstNanos monotonic time of the first one; 0: none came
 * @param lastNanos of the last one
 * @param madeNanos how long the worker made tokens, as it says itself; what comes through a tunnel comes in bursts
 * @param promptTokens as the worker counted, where it said so
 * @param completionTokens likewise
 */
record Measured(
        int pieces,
        long firstNanos,
        long lastNanos,
        @Nullable Long madeNanos,
        @Nullable Integer promptTokens,
        @Nullable Integer completionTokens) {
    static final Measured NOTHING = new Measured(0, 0, 0, null, null, null);

    /** This after the beginning of the answer, which another worker gave; the worker's own counts have that in already. */
    Measured behind(Measured beginning) {
        return beginning.pieces() == 0
                ? this
                : new Measured(
                        beginning.pieces() + pieces,
                        beginning.firstNanos(),
                        Math.max(beginning.lastNanos(), lastNanos),
                        madeNanos,
                        promptTokens,
                        completionTokens);
    }

    /** Tokens of the answer, as counted or as seen. */
    int tokens() {
        return completionTokens != null ? completionTokens : pieces;
    }
}
