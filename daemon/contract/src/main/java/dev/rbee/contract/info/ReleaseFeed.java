package dev.rbee.contract.info;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * Where whoever built this rbee publishes its releases; nothing in a build of one's own.
 *
 * @param address of the feed; empty: there is none
 * @param keys public keys that sign it, base64
 */
public record ReleaseFeed(String address, List<String> keys) {
    /** Of this build: {@code -Drbee.update.feed} and {@code -Drbee.update.keys}. */
    public static final ReleaseFeed BUILT_IN = read();

    private static ReleaseFeed read() {
        try (InputStream in = ReleaseFeed.class.getResourceAsStream("/dev/rbee/release.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(in, "release.properties is not in the jar"));
            return new ReleaseFeed(
                    text(properties, "feed"),
                    Arrays.stream(text(properties, "keys").split("[,\\s]+"))
                            .filter(key -> !key.isEmpty())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Properties properties, String name) {
        String value = properties.getProperty(name, "").strip();
        return value.startsWith("${") ? "" : value; // a build that does not fill it in
    }
}
