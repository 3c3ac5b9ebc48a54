package dev.rbee.contract.inference;

import org.jspecify.annotations.Nullable;

/**
 * Times of a request, as the worker saw them.
 *
 * @param promptMs prefill
 * @param predictedMs first token to last
 * @param ttftMs arrival to first token
 */
public record Timings(
        double promptMs,
        double predictedMs,
        double ttftMs,
        @Nullable Double promptPerSecond,
        @Nullable Double predictedPerSecond) {}
