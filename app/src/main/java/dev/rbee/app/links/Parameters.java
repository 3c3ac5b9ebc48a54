package dev.rbee.app.links;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What stands behind the question mark. Pure. */
final class Parameters {
    private static final Set<String> LONG_TEXT = Set.of("prompt");
    private static final Set<String> SECRETS = Set.of(
            "key",
            "token",
            "password",
            "passwd",
            "pass",
            "passphrase",
            "pwd",
            "pw",
            "secret",
            "credential",
            "credentials",
            "auth",
            "authorization",
            "bearer",
            "login");

    private Parameters() {}

    /** Names and values, each once; those without a value are left out. Throws as {@link LinkReader#read} does. */
    static Map<String, String> read(String query) {
        Map<String, String> read = new LinkedHashMap<>();
        if (query.isEmpty()) {
            return read;
        }
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = Hidden.checked(Percent.decoded(equals < 0 ? part : part.substring(0, equals)), false);
            secret(name);
            String value = Hidden.checked(
                    Percent.decoded(equals < 0 ? "" : part.substring(equals + 1)), LONG_TEXT.contains(name));
            if (read.putIfAbsent(name, value) != null) {
                throw LinkReader.wrong("twice", Percent.shown(name));
            }
        }
        read.values().removeIf(String::isBlank);
        return read;
    }

    private static void secret(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        for (String secret : SECRETS) {
            if (plain.equals(secret) || (secret.length() > 3 && plain.endsWith(secret)) || plain.endsWith("key")) {
                throw LinkReader.wrong("key");
            }
        }
    }
}
