package dev.rbee.contract.gguf;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The key-value part of a header: every key is walked over and checked, the few that matter are kept. */
final class GgufMetadata {
    private static final long MAX_ARRAY = 1L << 26;
    private static final int MAX_KEY = 1024;
    /** All keys together; real models have some 3 KiB of them. */
    private static final int MAX_KEYS = 1 << 19;

    private static final int MAX_NAME = 16 << 10;
    private static final int MAX_TOLD = 2 << 10;

    private static final int MAX_TEMPLATE = 1 << 20;
    /** Lists of numbers with one for each layer are kept, longer ones only counted. */
    private static final int MAX_LAYERS = 4096;

    /** Texts in all lists together; the greatest vocabularies have a million. */
    private static final int MAX_TEXTS = 1 << 21;

    private static final int BOOL = 7;
    private static final int STRING = 8;
    private static final int ARRAY = 9;
    /** Bytes of each scalar type; 0 where the type is none. */
    private static final int[] WIDTH = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

    private static final String TEMPLATE = "tokenizer.chat_template";

    private final Map<String, Object> values = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private long texts;

    GgufMetadata(GgufInput in, int count) throws IOException {
        int bytes = 0;
        for (int i = 0; i < count; i++) {
            String key = in.text("the length of a key", "", MAX_KEY);
            if (key.isEmpty()) {
                throw new GgufFault("a key is empty");
            }
            bytes += key.length();
            if (bytes > MAX_KEYS) {
                throw new GgufFault("its keys take more than " + (MAX_KEYS >> 10) + " KiB");
            }
            if (!names.add(key)) {
                throw new GgufFault("the key \"" + key + "\" is there twice");
            }
            Object value = value(in, key);
            if (value != null) {
                values.put(key, value);
            }
        }
    }

    /** Whether there is such a key, of any type. */
    boolean has(String key) {
        return names.contains(key);
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

    /** A number for each layer, where it is a list of those; flags count as 0 and 1. */
    long @Nullable [] numbers(String key) {
        return values.get(key) instanceof long[] numbers ? numbers : null;
    }

    /** The length of an array, 0 where there is none. */
    int length(String key) {
        return switch (values.get(key)) {
            case Length length -> (int) length.count();
            case long[] numbers -> numbers.length;
            case null, default -> 0;
        };
    }

    private @Nullable Object value(GgufInput in, String key) throws IOException {
        int type = in.i32();
        return switch (type) {
            case 0, BOOL -> {
                int small = in.u8();
                yield type == BOOL ? (Object) (small != 0) : (Object) Long.valueOf(small);
            }
            case 2 -> Long.valueOf(in.u8() | in.u8() << 8);
            case 4 -> in.u32();
            case 5 -> Long.valueOf(in.i32());
            case 10, 11 -> in.i64();
            case 1, 3, 6, 12 -> {
                in.skip(WIDTH[type], key);
                yield null;
            }
            case STRING -> text(in, key);
            case ARRAY -> array(in, key);
            default -> throw new GgufFault("the key \"" + key + "\" has the type " + type + ", which there is not");
        };
    }

    private static @Nullable String text(GgufInput in, String key) throws IOException {
        if (key.equals(TEMPLATE)) {
            return in.text("the length of", key, MAX_TEMPLATE);
        }
        if (kept(key)) {
            return in.text("the length of", key, MAX_NAME);
        }
        long length = in.u64("the length of", key, GgufInput.MAX_HEADER);
        if (told(key) && length <= MAX_TOLD) {
            return in.remark((int) length);
        }
        in.skip(length, key);
        return null;
    }

    /** What people are told; left out where it is too long to be meant for them. */
    private static boolean told(String key) {
        return switch (key) {
            case "general.organization",
                    "general.author",
                    "general.description",
                    "general.license",
                    "general.license.name",
                    "general.license.link",
                    "general.size_label",
                    "general.source.url",
                    "general.repo_url",
                    "general.url" -> true;
            default -> false;
        };
    }

    private static boolean kept(String key) {
        return switch (key) {
            case "general.architecture",
                    "general.type",
                    "general.name",
                    "tokenizer.ggml.model",
                    "tokenizer.ggml.pre",
                    "clip.projector_type" -> true;
            default -> false;
        };
    }

    private Object array(GgufInput in, String key) throws IOException {
        int type = in.i32();
        long count = in.u64("the length of", key, MAX_ARRAY);
        if (type == STRING) {
            texts += count;
            if (texts > MAX_TEXTS) {
                throw new GgufFault("its lists have more than " + MAX_TEXTS + " texts");
            }
            for (long i = 0; i < count; i++) {
                in.skip(in.u64("a text in", key, GgufInput.MAX_HEADER), key);
            }
        } else if ((type == 4 || type == 5 || type == BOOL) && count <= MAX_LAYERS && !key.startsWith("tokenizer.")) {
            return numbers(in, type, (int) count, key);
        } else if (type >= 0 && type < WIDTH.length && WIDTH[type] > 0) {
            in.skip(count * WIDTH[type], key);
        } else {
            throw new GgufFault("the list \"" + key + "\" has the type " + type + ", which there is not");
        }
        return new Length(count);
    }

    private static Object numbers(GgufInput in, int type, int count, String key) throws IOException {
        if (!key.contains(".attention.") && !key.endsWith(".feed_forward_length")) {
            in.skip((long) count * WIDTH[type], key);
            return new Length(count);
        }
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = type == BOOL ? Math.min(1, in.u8()) : type == 4 ? in.u32() : in.i32();
        }
        return numbers;
    }

    private record Length(long count) {}
}
