package dev.rbee.service.queen.inference;

import java.io.IOException;
import java.util.Arrays;

/**
 * Cuts a byte stream into whole server-sent events, so that a worker's death never leaves half an event with the caller. Bytes
 * are read into {@link #space}, then {@link #filled}; {@link #next} finds the events one after the other in {@link #bytes};
 * {@link #shift} makes room. Not thread-safe.
 */
final class EventCutter {
    private static final int MOST = 8 * 1024 * 1024;

    private byte[] bytes = new byte[8 * 1024];
    private int end;
    private int scanned;
    private int from;
    private int to;

    /** Where to read to, from {@link #end} on; there is always room. Throws when one event is larger than 8 MiB. */
    byte[] space() throws IOException {
        if (end == bytes.length) {
            if (end >= MOST) {
                throw new IOException("an event is larger than " + MOST + " bytes");
            }
            bytes = Arrays.copyOf(bytes, end * 2);
        }
        return bytes;
    }

    int end() {
        return end;
    }

    int room() {
        return bytes.length - end;
    }

    void filled(int count) {
        end += count;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Moves on to the next whole event; false: there is none yet. It stands from {@link #from} to {@link #to}, its blank line included. */
    boolean next() {
        from = to;
        for (int i = Math.max(scanned, from); i < end; i++) {
            if (bytes[i] == '\n' && i > from && endsLine(i - 1)) {
                to = i + 1;
                scanned = to;
                return true;
            }
        }
        scanned = end;
        return false;
    }

    /** Whether the line before the newline that ends at {@code i + 1} is empty. */
    private boolean endsLine(int i) {
        return bytes[i] == '\n' || (bytes[i] == '\r' && i - 1 >= from && bytes[i - 1] == '\n');
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Forgets what was found. */
    void shift() {
        System.arraycopy(bytes, to, bytes, 0, end - to);
        end -= to;
        scanned -= to;
        from = 0;
        to = 0;
    }

    /** Whether bytes of an event that is not whole are left. */
    boolean rest() {
        return end > to;
    }
}
