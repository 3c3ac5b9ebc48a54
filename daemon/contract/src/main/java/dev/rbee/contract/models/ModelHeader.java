package dev.rbee.contract.models;

import java.util.Map;
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
 * @param quantization {@code F16}, {@code Q4_K_M} ...
 * @param kvPerToken numbers (keys and values) kept for each token, over the layers that see everything; null: not known
 * @param kvPerWindowToken the same over the layers that see the window only
 * @param stateBytes kept for each slot by recurrent layers, whatever its context
 * @param tokenBytes of the weights the table of tokens, which stays in main memory
 * @param outputBytes of the weights the table of the output; 0 where that is the table of tokens
 * @param encoder makes embeddings only
 * @param types of the tensors, {@code F32}, {@code Q4_K} ..., with the bytes of those that are multiplied (all but the table of tokens)
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
        @Nullable Integer window,
        @Nullable String quantization,
        @Nullable Long kvPerToken,
        @Nullable Long kvPerWindowToken,
        @Nullable Long stateBytes,
        @Nullable Long tokenBytes,
        @Nullable Long outputBytes,
        @Nullable Boolean encoder,
        @Nullable Map<String, Long> types) {}
