package dev.rbee.contract.gguf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes small GGUF files, sound ones and wrong ones. */
final class GgufBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    GgufBytes() {}

    static GgufBytes header(long tensors, long keys) {
        return new GgufBytes().i32(0x46554747).i32(3).i64(tensors).i64(keys);
    }

    /** One tensor of 4 floats, llama, whole. */
    static byte[] sound() {
        return header(1, 1)
                .key("general.architecture", "llama")
                .tensor("a", 0, 0, 4)
                .pad(32)
                .bytes(16)
                .done();
    }

    /** Two layers of a mixture of experts with a sliding window, whole. */
    static byte[] layered() {
        return header(5, 14)
                .key("general.architecture", "gemma3")
                .key("general.name", "läyered")
                .key("gemma3.block_count", 2)
                .key("gemma3.context_length", 8192)
                .key("gemma3.embedding_length", 64)
                .key("gemma3.feed_forward_length", 128)
                .key("gemma3.expert_count", 4)
                .key("gemma3.expert_used_count", 1)
                .key("gemma3.attention.head_count", 4)
                .numbers("gemma3.attention.head_count_kv", 2, 1)
                .key("gemma3.attention.sliding_window", 512)
                .flags("gemma3.attention.sliding_window_pattern", true, false)
                .texts("tokenizer.ggml.tokens", "<s>", "</s>", "a", "ü")
                .key("tokenizer.chat_template", "{{ messages }}")
                .tensor("token_embd.weight", 0, 0, 64, 4)
                .tensor("blk.0.attn_q.weight", 2, 1024, 64, 64)
                .tensor("blk.0.ffn_up_exps.weight", 2, 3328, 64, 32, 4)
                .tensor("blk.1.attn_q.weight", 1, 7936, 64, 64)
                .tensor("output.weight", 0, 16128, 64, 4)
                .pad(32)
                .bytes(17_152)
                .done();
    }

    /** A later part of a split model. */
    static byte[] part(int number, int count) {
        return header(1, 3)
                .small("split.no", number)
                .small("split.count", count)
                .key("split.tensors.count", count)
                .tensor("blk." + number + ".a", 0, 0, 8)
                .pad(32)
                .bytes(32)
                .done();
    }

    /** A projector. */
    static byte[] projector() {
        return header(1, 3)
                .key("general.architecture", "clip")
                .key("general.type", "mmproj")
                .key("clip.projector_type", "mlp")
                .tensor("mm.0.weight", 0, 0, 8)
                .pad(32)
                .bytes(32)
                .done();
    }

    GgufBytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    GgufBytes small(String key, int value) {
        text(key).i32(2);
        out.write(value);
        out.write(value >> 8);
        return this;
    }

    GgufBytes numbers(String key, int... values) {
        text(key).i32(9).i32(4).i64(values.length);
        for (int value : values) {
            i32(value);
        }
        return this;
    }

    GgufBytes flags(String key, boolean... values) {
        text(key).i32(9).i32(7).i64(values.length);
        for (boolean value : values) {
            out.write(value ? 1 : 0);
        }
        return this;
    }

    GgufBytes texts(String key, String... values) {
        text(key).i32(9).i32(8).i64(values.length);
        for (String value : values) {
            text(value);
        }
        return this;
    }

    GgufBytes i32(int value) {
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
        return this;
    }

    GgufBytes i64(long value) {
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
        return this;
    }

    GgufBytes text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        i64(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    GgufBytes key(String key, String value) {
        return text(key).i32(8).text(value);
    }

    GgufBytes key(String key, int value) {
        return text(key).i32(4).i32(value);
    }

    GgufBytes key(String key, boolean value) {
        text(key).i32(7);
        out.write(value ? 1 : 0);
        return this;
    }

    GgufBytes tensor(String name, int type, long offset, long... dimensions) {
        text(name).i32(dimensions.length);
        for (long dimension : dimensions) {
            i64(dimension);
        }
        return i32(type).i64(offset);
    }

    GgufBytes pad(int alignment) {
        while (out.size() % alignment != 0) {
            out.write(0);
        }
        return this;
    }

    GgufBytes bytes(int count) {
        out.writeBytes(new byte[count]);
        return this;
    }

    byte[] done() {
        return out.toByteArray();
    }
}
