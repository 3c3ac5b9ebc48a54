package dev.rbee.worker.engine;

import org.jspecify.annotations.Nullable;

/** How the next token is chosen; what is null is left to the engine. The ranges are checked by whoever makes one. */
public record Sampling(
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer topK,
        @Nullable Double minP,
        @Nullable Long seed,
        @Nullable Double frequencyPenalty,
        @Nullable Double presencePenalty,
        @Nullable Double repeatPenalty) {
    /** Nothing said. */
    public static final Sampling DEFAULT = new Sampling(null, null, null, null, null, null, null, null);

    /** Always the likeliest token. */
    public static final Sampling GREEDY = new Sampling(0.0, null, null, null, null, null, null, null);
}
