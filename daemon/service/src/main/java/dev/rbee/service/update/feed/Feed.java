package dev.rbee.service.update.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The feed as it is published, one JSON document with a signature beside it.
 *
 * @param schema {@link #SCHEMA}
 * @param product {@link #PRODUCT}
 * @param serial grows with every feed: an older one is refused
 * @param expires after that moment nobody believes it any more
 * @param keys further keys to be trusted from now on, base64
 * @param revoked names of keys not to be trusted any more
 */
public record Feed(
        int schema,
        String product,
        long serial,
        Instant published,
        Instant expires,
        @Nullable List<String> keys,
        @Nullable List<String> revoked,
        List<Release> releases) {
    /** What this rbee reads; added fields do not change it. */
    public static final int SCHEMA = 1;
    /** Whose feed it is. */
    public static final String PRODUCT = "rbee";
    /** No feed is larger, bytes. */
    public static final int LARGEST = 1 << 20;

    /** The further keys. */
    public List<String> newKeys() {
        return keys == null ? List.of() : keys;
    }

    /** Names of keys that were given up. */
    public List<String> givenUp() {
        return revoked == null ? List.of() : revoked;
    }
}
