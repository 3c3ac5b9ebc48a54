package dev.rbee.contract.gguf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The key-value part of a header: every key is walked over and checked, the few that matter are kept. */
final class GgufMetadata {
    private static final long MAX_ARRAY = 1L << 26;
    private static final int MAX_TEXT = 16 << 20;
    private static final int STRING = 8;
    private static final int ARRAY = 9;
    /** Bytes of each scalar type; 0 where the type is none. */
    private static final int[] WIDTH = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

    private final Map<String, Object> values = new HashMap<>();

    GgufMetadata(GgufInput in, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            String key = in.text("a key", 65_535);
            if (key.isEmpty()) {
                throw new GgufFault("a key is empty");
            }
            if (values.put(key, value(in, key)) != null) {
                throw new GgufFault("the key \"" + key + "\" is there twice");
            }
        }
    }

    @Nullable
    String text(String key) {
        return values.get(key) instanceof String text ? text : null;
    }

    @Nullable
    Boolean flag(String key) {
        return values.get(key) instanceof Boolean flag ? flag : null;
    }

    /** A whole number that fits an int and is not negative; null where there is none. */
    @Nullable
    Integer number(String key) {
        return values.get(key) instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE
                ? Integer.valueOf(number.intValue())
                : null;
    }

    /** The length of an array, 0 where there is none. */
    int length(String key) {
        return values.get(key) instanceof Length length ? (int) length.count() : 0;
    }

    private static Object value(GgufInput in, String key) throws IOException {
        int type = in.i32();
        return switch (type) {
            case 0, 7 -> {
                int small = in.u8();
                yield type == 7 ? (Object) (small != 0) : (Object) Long.valueOf(small);
            }
            case 4 -> in.u32();
            case 5 -> Long.valueOf(in.i32());
            case 10, 11 -> in.i64();
            case 1, 2, 3, 6, 12 -> {
                in.skip(WIDTH[type], key);
                yield Skipped.SCALAR;
            }
            case STRING -> in.text("the value of \"" + key + "\"", MAX_TEXT);
            case ARRAY -> array(in, key);
            default -> throw new GgufFault("the key \"" + key + "\" has the type " + type + ", which there is not");
        };
    }

    private static Length array(GgufInput in, String key) throws IOException {
        int type = in.i32();
        long count = in.u64("the length of \"" + key + "\"", MAX_ARRAY);
        if (type == STRING) {
            for (long i = 0; i < count; i++) {
                in.skip(in.u64("a text in \"" + key + "\"", MAX_TEXT), key);
            }
        } else if (type >= 0 && type < WIDTH.length && WIDTH[type] > 0) {
            in.skip(count * WIDTH[type], key);
        } else {
            throw new GgufFault("the list \"" + key + "\" has the type " + type + ", which there is not");
        }
        return new Length(count);
    }

    private record Length(long count) {}

    private enum Skipped {
        SCALAR
    }
}
