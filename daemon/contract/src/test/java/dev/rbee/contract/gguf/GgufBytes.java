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
