package dev.rbee.contract.gguf;

import org.jspecify.annotations.Nullable;

/**
 * The model's dimensions, as far as the header names them.
 *
 * @param context tokens it was trained with
 * @param embedding width
 * @param blocks layers
 * @param heads attention heads; null also where each layer has its own number
 * @param headsKv heads of keys and values
 * @param keyLength size of a key head, where it is not embedding / heads
 * @param valueLength size of a value head, likewise
 */
public record GgufShape(
        @Nullable Integer context,
        @Nullable Integer embedding,
        @Nullable Integer blocks,
        @Nullable Integer heads,
        @Nullable Integer headsKv,
        @Nullable Integer keyLength,
        @Nullable Integer valueLength) {

    /** Bytes of the key-value cache per token of context at 16 bits, or null where the header does not say enough. */
    public @Nullable Long kvBytesPerToken() {
        if (embedding == null || blocks == null || heads == null || heads == 0) {
            return null;
        }
        long kv = headsKv == null ? heads : headsKv;
        long key = keyLength == null ? embedding / heads : keyLength;
        long value = valueLength == null ? embedding / heads : valueLength;
        return 2L * blocks * kv * (key + value);
    }
}
