package dev.rbee.contract.gguf;

import org.jspecify.annotations.Nullable;

/** Reads a model's dimensions; what is beyond anything that can be is a fault. */
final class GgufShapes {
    private final GgufMetadata data;
    private final String architecture;

    GgufShapes(GgufMetadata data, String architecture) {
        this.data = data;
        this.architecture = architecture;
    }

    GgufShape shape() {
        Integer dense = most("feed_forward_length", GgufShape.MOST_WIDTH);
        Integer expert = most("expert_feed_forward_length", GgufShape.MOST_WIDTH);
        return new GgufShape(
                most("context_length", Integer.MAX_VALUE),
                most("embedding_length", GgufShape.MOST_WIDTH),
                most("block_count", GgufShape.MOST_LAYERS),
                most("attention.head_count", GgufShape.MOST_HEADS),
                most("attention.head_count_kv", GgufShape.MOST_HEADS),
                most("attention.key_length", GgufShape.MOST_WIDTH),
                most("attention.value_length", GgufShape.MOST_WIDTH),
                dense == null ? expert : dense,
                most("expert_count", GgufShape.MOST_HEADS),
                most("expert_used_count", GgufShape.MOST_HEADS));
    }

    /** A number, or the most of a list of one for each layer; null where it is 0 or not said. */
    private @Nullable Integer most(String name, int max) {
        String key = architecture + "." + name;
        long value = 0;
        long[] each = data.numbers(key);
        if (each == null) {
            Integer one = data.number(key);
            value = one == null ? 0 : one;
        } else {
            for (long number : each) {
                value = Math.max(value, number);
            }
        }
        if (value > max) {
            throw new GgufFault("it claims a " + name + " of " + value + ", more than " + max);
        }
        return value == 0 ? null : Integer.valueOf((int) value);
    }
}
