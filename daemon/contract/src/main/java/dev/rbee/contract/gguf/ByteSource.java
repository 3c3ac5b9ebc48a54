package dev.rbee.contract.gguf;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Bytes that can be read from any place: a file, or something far away that answers ranges. A header is read in order and in
 * pieces of at most 64 KiB, each byte at most once, but great lists in it are jumped over; a remote source should fetch more
 * than it is asked for and keep that. One thread.
 */
public interface ByteSource extends Closeable {
    /** All bytes there are. */
    long size();

    /**
     * Reads from {@code at}; returns how many bytes, at least one, or -1 at the end. Blocks.
     *
     * @param at place of the first byte
     * @param from where in {@code into} it goes
     * @param length at most
     */
    int read(long at, byte[] into, int from, int length) throws IOException;

    @Override
    default void close() throws IOException {}

    /** Of a regular file, opened now. */
    static ByteSource of(Path file) throws IOException {
        return new FileBytes(file);
    }

    /** Of these bytes, not copied. */
    static ByteSource of(byte[] bytes) {
        return new ByteSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int read(long at, byte[] into, int from, int length) {
                if (at < 0 || at >= bytes.length) {
                    return -1;
                }
                int count = (int) Math.min(length, bytes.length - at);
                System.arraycopy(bytes, (int) at, into, from, count);
                return count;
            }
        };
    }
}
