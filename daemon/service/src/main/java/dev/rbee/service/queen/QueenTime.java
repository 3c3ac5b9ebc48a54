package dev.rbee.service.queen;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.LongSupplier;

/**
 * Time and chance of a queen.
 *
 * @param clock dates what people read
 * @param nanos monotonic; all deadlines go by it
 * @param random secrets, ids, jitter
 */
public record QueenTime(InstantSource clock, LongSupplier nanos, SecureRandom random) {
    /** A new id of twelve hexadecimal digits. */
    String id() {
        byte[] bytes = new byte[6];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
