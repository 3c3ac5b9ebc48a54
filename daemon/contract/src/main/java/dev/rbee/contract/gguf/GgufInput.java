package dev.rbee.contract.gguf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads little-endian values in order and never more than is there. One thread. */
final class GgufInput {
    /** More header than any real model has. */
    static final long MAX_HEADER = 512L << 20;

    private final InputStream in;
    private final long size;
    private final byte[] word = new byte[8];
    private final ByteBuffer view = ByteBuffer.wrap(word).order(ByteOrder.LITTLE_ENDIAN);
    private long position;

    GgufInput(InputStream in, long size) {
        this.in = in;
        this.size = size;
    }

    long position() {
        return position;
    }

    int u8() throws IOException {
        fill(1);
        return word[0] & 0xff;
    }

    int i32() throws IOException {
        fill(4);
        return view.getInt(0);
    }

    long u32() throws IOException {
        return Integer.toUnsignedLong(i32());
    }

    /** A 64-bit number that has to be at most {@code max}. */
    long u64(String what, long max) throws IOException {
        fill(8);
        long value = view.getLong(0);
        if (value < 0 || value > max) {
            throw new GgufFault(what + " is " + Long.toUnsignedString(value) + ", more than " + max);
        }
        return value;
    }

    /** Any 64-bit number, as it is. */
    long i64() throws IOException {
        fill(8);
        return view.getLong(0);
    }

    String text(String what, int max) throws IOException {
        int length = (int) u64("the length of " + what, max);
        byte[] bytes = take(length);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new GgufFault(what + " is not UTF-8 text", e);
        }
    }

    void skip(long bytes, String what) throws IOException {
        demand(bytes, what);
        in.skipNBytes(bytes);
        position += bytes;
    }

    private byte[] take(int length) throws IOException {
        demand(length, "a text");
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw truncated();
        }
        position += length;
        return bytes;
    }

    private void fill(int count) throws IOException {
        demand(count, "a number");
        if (in.readNBytes(word, 0, count) < count) {
            throw truncated();
        }
        position += count;
    }

    private void demand(long bytes, String what) {
        if (bytes > size - position) {
            throw truncated();
        }
        if (position + bytes > MAX_HEADER) {
            throw new GgufFault("the header does not end within " + (MAX_HEADER >> 20) + " MiB, at " + what);
        }
    }

    private GgufFault truncated() {
        return new GgufFault("it ends at byte " + size + ", within the header");
    }
}
