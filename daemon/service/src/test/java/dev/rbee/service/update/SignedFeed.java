package dev.rbee.service.update;

import dev.rbee.contract.json.Json;
import dev.rbee.service.update.feed.Feed;
import dev.rbee.service.update.feed.FeedKey;
import dev.rbee.service.update.feed.Release;
import dev.rbee.service.update.feed.Signatures;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feed in the making, and the keys that sign it. */
public final class SignedFeed {
    /** When all of this happens. */
    public static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private final List<Release> releases = new ArrayList<>();
    private long serial = 1;
    private Instant expires = NOW.plus(Duration.ofDays(30));
    private List<String> keys = List.of();
    private List<String> revoked = List.of();

    /** A pair of keys. */
    public static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public one as settings name it. */
    public static String text(KeyPair pair) {
        return FeedKey.of(pair.getPublic()).text();
    }

    static String name(KeyPair pair) {
        return FeedKey.of(pair.getPublic()).name();
    }

    /** With that serial number. */
    public SignedFeed serial(long number) {
        serial = number;
        return this;
    }

    /** Until then. */
    public SignedFeed expires(Instant at) {
        expires = at;
        return this;
    }

    SignedFeed names(String... more) {
        keys = List.of(more);
        return this;
    }

    SignedFeed givesUp(String... names) {
        revoked = List.of(names);
        return this;
    }

    /** With that release. */
    public SignedFeed release(
            String version, @Nullable String minVersion, @Nullable Integer rollout, Release.Package... packages) {
        releases.add(
                new Release(version, NOW, "What is new in " + version, null, minVersion, rollout, List.of(packages)));
        return this;
    }

    /** With a release of one file for that machine. */
    public SignedFeed release(String version, Release.Package file) {
        return release(version, null, null, file);
    }

    /** As it is published. */
    public byte[] document() {
        return Json.bytes(
                new Feed(Feed.SCHEMA, Feed.PRODUCT, serial, NOW.minusSeconds(60), expires, keys, revoked, releases));
    }

    /** What lies beside it. */
    public byte[] signatures(KeyPair... pairs) {
        byte[] document = document();
        StringBuilder all = new StringBuilder("# signatures\n");
        Arrays.stream(pairs)
                .forEach(
                        pair -> all.append(Signatures.line(document, FeedKey.of(pair.getPublic()), pair.getPrivate())));
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }
}
