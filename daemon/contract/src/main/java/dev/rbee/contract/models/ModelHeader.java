package dev.rbee.contract.models;

import org.jspecify.annotations.Nullable;

/**
 * What a fit estimate needs of a model file's header; small enough to travel with every entry.
 *
 * @param architecture {@code llama}, {@code qwen3moe} ...
 * @param tensorBytes size of all weights
 * @param expertBytes of them those of experts, of which a token uses some only; 0 where dense
 * @param expertsUsed share of the experts a token uses, 0 to 1; null where dense
 * @param blocks layers
 * @param embedding width
 * @param heads attention heads
 * @param headsKv heads of keys and values
 * @param keyLength size of a key head
 * @param valueLength size of a value head
 * @param feedForward width of the feed-forward layer
 * @param vocabulary tokens
 * @param context it was trained with, tokens
 * @param window of sliding attention, tokens; null where all layers see everything
 */
public record ModelHeader(
        String architecture,
        long tensorBytes,
        @Nullable Long expertBytes,
        @Nullable Double expertsUsed,
        @Nullable Integer blocks,
        @Nullable Integer embedding,
        @Nullable Integer heads,
        @Nullable Integer headsKv,
        @Nullable Integer keyLength,
        @Nullable Integer valueLength,
        @Nullable Integer feedForward,
        @Nullable Integer vocabulary,
        @Nullable Integer context,
        @Nullable Integer window) {}
