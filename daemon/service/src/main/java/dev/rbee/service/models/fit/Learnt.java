package dev.rbee.service.models.fit;

import org.jspecify.annotations.Nullable;

/**
 * What earlier runs of the same model in the same way took.
 *
 * @param memoryBytes most main memory of the worker, its engine included
 * @param loadMs time to load
 * @param tokensPerSecond of one answer
 * @param bandwidth bytes per second that the machine reads weights with, learnt from whatever ran there; null: nothing did
 */
public record Learnt(
        @Nullable Long memoryBytes,
        @Nullable Long loadMs,
        @Nullable Double tokensPerSecond,
        @Nullable Double bandwidth) {
    /** Nothing. */
    public static final Learnt NOTHING = new Learnt(null, null, null, null);
}
