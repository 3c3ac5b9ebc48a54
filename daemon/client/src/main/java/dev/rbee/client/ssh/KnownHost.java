package dev.rbee.client.ssh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One line of a {@code known_hosts} file.
 *
 * @param names patterns, or one hashed name, as they stand there
 * @param key in base64
 * @param revoked the key must never be accepted
 */
record KnownHost(List<String> names, String key, boolean revoked) {

    /** Empty for comments, certificate authorities and what is damaged. */
    static Optional<KnownHost> parse(String line) {
        String[] words = line.strip().split("\\s+");
        boolean revoked = words[0].equals("@revoked");
        int at = revoked ? 1 : 0;
        if (words.length < at + 3 || words[at].startsWith("#") || words[at].startsWith("@")) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(words[at + 2]);
            return Optional.of(new KnownHost(
                    List.of(words[at].split(",")), Base64.getEncoder().encodeToString(key), revoked));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How hosts are named in these files: {@code [host]:port}, without both for port 22. */
    static String name(String host, int port) {
        String lower = host.toLowerCase(Locale.ROOT);
        return port == 22 ? lower : "[" + lower + "]:" + port;
    }

    /** True where this line speaks of that host. */
    boolean matches(String name) {
        boolean found = false;
        for (String pattern : names) {
            if (pattern.startsWith("|1|")) {
                found |= hashed(pattern, name);
            } else if (pattern.startsWith("!")) {
                if (Glob.matches(pattern.substring(1).toLowerCase(Locale.ROOT), name)) {
                    return false;
                }
            } else {
                found |= Glob.matches(pattern.toLowerCase(Locale.ROOT), name);
            }
        }
        return found;
    }

    private static boolean hashed(String pattern, String name) {
        String[] parts = pattern.split("\\|");
        if (parts.length != 4) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(parts[2]), "HmacSHA1"));
            byte[] expected = Base64.getDecoder().decode(parts[3]);
            return MessageDigest.isEqual(expected, mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Names that stand there in clear and are no patterns. */
    Stream<String> clearNames() {
        return names.stream()
                .filter(n -> !n.startsWith("|") && !n.startsWith("!") && !n.contains("*") && !n.contains("?"));
    }

    byte[] blob() {
        return Base64.getDecoder().decode(key);
    }

    boolean hasKey(byte[] other) {
        return key.equals(Base64.getEncoder().encodeToString(other));
    }
}
