package dev.rbee.contract.gguf;

import org.jspecify.annotations.Nullable;

/**
 * The model's dimensions, as far as the header names them.
 *
 * @param context tokens it was trained with
 * @param embedding width
 * @param blocks layers
 * @param heads attention heads; where layers differ the most of one
 * @param headsKv heads of keys and values, likewise
 * @param keyLength size of a key head, where it is not embedding / heads
 * @param valueLength size of a value head, likewise
 * @param feedForward width of the feed-forward layer, likewise; of one expert where there are only those
 * @param experts number of them; null where dense
 * @param expertsUsed for a token
 */
public record GgufShape(
        @Nullable Integer context,
        @Nullable Integer embedding,
        @Nullable Integer blocks,
        @Nullable Integer heads,
        @Nullable Integer headsKv,
        @Nullable Integer keyLength,
        @Nullable Integer valueLength,
        @Nullable Integer feedForward,
        @Nullable Integer experts,
        @Nullable Integer expertsUsed) {
    /** More layers than any engine takes. */
    static final int MOST_LAYERS = 4096;
    /** More heads than there are. */
    static final int MOST_HEADS = 1 << 16;
    /** More width than there is, of anything. */
    static final int MOST_WIDTH = 1 << 24;

    /** The width, or that where it is not said. */
    int embedding(int otherwise) {
        return embedding == null ? otherwise : embedding;
    }
}
