package dev.rbee.contract.gguf;

import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads little-endian values in order through a small window and never more than is there. One thread. */
final class GgufInput {
    /** More header than any real model has; the greatest vocabularies take some 25 MiB. */
    static final long MAX_HEADER = 128L << 20;

    private static final int WINDOW = 1 << 16;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final ByteSource source;
    private final long size;
    private final byte[] window;
    private long base;
    private int next;
    private int end;

    GgufInput(ByteSource source) {
        this.source = source;
        this.size = source.size();
        this.window = new byte[Math.clamp(size, 16, WINDOW)];
    }

    long position() {
        return base + next;
    }

    int u8() throws IOException {
        fill(1, "a number");
        return window[next++] & 0xff;
    }

    int i32() throws IOException {
        fill(4, "a number");
        int value = (int) INT.get(window, next);
        next += 4;
        return value;
    }

    long u32() throws IOException {
        return Integer.toUnsignedLong(i32());
    }

    /** Any 64-bit number, as it is. */
    long i64() throws IOException {
        fill(8, "a number");
        long value = (long) LONG.get(window, next);
        next += 8;
        return value;
    }

    /** A 64-bit number that has to be at most {@code max}. */
    long u64(String what, long max) throws IOException {
        return upTo(i64(), what, "", max);
    }

    /** The same for something that has a name of its own; the sentence is only made where it is needed. */
    long u64(String what, String name, long max) throws IOException {
        return upTo(i64(), what, name, max);
    }

    private static long upTo(long value, String what, String name, long max) {
        if (value < 0 || value > max) {
            String which = name.isEmpty() ? what : what + " \"" + name + "\"";
            throw new GgufFault(which + " is " + Long.toUnsignedString(value) + ", more than " + max);
        }
        return value;
    }

    /** A text of at most that many bytes. Its size is checked against what is there before anything is made for it. */
    String text(String what, String name, int max) throws IOException {
        int length = (int) u64(what, name, max);
        demand(length, "a text");
        if (length <= window.length) {
            fill(length, "a text");
            String text = decode(window, next, length);
            next += length;
            return text;
        }
        byte[] bytes = new byte[length];
        copy(bytes);
        return decode(bytes, 0, length);
    }

    /** A short text that only people read, of that many bytes; what is no UTF-8 in it becomes a mark, since nothing depends on it. */
    String remark(int length) throws IOException {
        demand(length, "a text");
        byte[] bytes = new byte[length];
        copy(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Jumps; what is jumped over is not read. */
    void skip(long bytes, String what) throws IOException {
        demand(bytes, what);
        if (bytes <= end - next) {
            next += (int) bytes;
        } else {
            base = position() + bytes;
            next = 0;
            end = 0;
        }
    }

    private void copy(byte[] into) throws IOException {
        int done = 0;
        while (done < into.length) {
            fill(1, "a text");
            int count = Math.min(into.length - done, end - next);
            System.arraycopy(window, next, into, done, count);
            next += count;
            done += count;
        }
    }

    /** Makes sure that so many bytes stand in the window. */
    private void fill(int count, String what) throws IOException {
        if (end - next >= count) {
            return;
        }
        demand(count, what);
        System.arraycopy(window, next, window, 0, end - next);
        base += next;
        end -= next;
        next = 0;
        while (end < count) {
            int got = source.read(base + end, window, end, (int) Math.min(window.length - end, size - base - end));
            if (got <= 0) {
                throw new EOFException();
            }
            end += got;
        }
    }

    private void demand(long bytes, String what) {
        if (bytes > size - position()) {
            throw new GgufFault("it ends at byte " + size + ", within the header");
        }
        if (position() + bytes > MAX_HEADER) {
            throw new GgufFault("the header does not end within " + (MAX_HEADER >> 20) + " MiB, at " + what);
        }
    }

    private static String decode(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] < 0) {
                return utf8(bytes, from, length);
            }
        }
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    private static String utf8(byte[] bytes, int from, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new GgufFault("a text in it is not UTF-8", e);
        }
    }
}
