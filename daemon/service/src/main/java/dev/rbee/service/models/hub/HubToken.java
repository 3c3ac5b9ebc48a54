package dev.rbee.service.models.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hub's token of this user, from where the hub's own tools look for it. Reads a file; nothing is kept or logged. */
public final class HubToken {
    private static final int LONGEST = 4096;

    private HubToken() {}

    /** {@code HF_TOKEN}, else the file of the hub's own command line. Empty where there is none. */
    public static Optional<String> of(Map<String, String> environment) {
        String named = clean(environment.getOrDefault("HF_TOKEN", environment.get("HUGGING_FACE_HUB_TOKEN")));
        return named != null ? Optional.of(named) : Optional.ofNullable(read(file(environment)));
    }

    private static @Nullable Path file(Map<String, String> environment) {
        try {
            String token = environment.get("HF_TOKEN_PATH");
            if (token != null && !token.isBlank()) {
                return Path.of(token);
            }
            String home = environment.get("HF_HOME");
            if (home != null && !home.isBlank()) {
                return Path.of(home, "token");
            }
            String cache = environment.get("XDG_CACHE_HOME");
            if (cache != null && !cache.isBlank()) {
                return Path.of(cache, "huggingface", "token");
            }
            String user = environment.getOrDefault("HOME", environment.get("USERPROFILE"));
            return user == null || user.isBlank() ? null : Path.of(user, ".cache", "huggingface", "token");
        } catch (java.nio.file.InvalidPathException e) {
            return null;
        }
    }

    private static @Nullable String read(@Nullable Path file) {
        try {
            return file == null || !Files.isRegularFile(file) || Files.size(file) > LONGEST
                    ? null
                    : clean(Files.readString(file));
        } catch (IOException e) {
            return null;
        }
    }

    /** A token is one word; anything else would not be one, or two headers. */
    private static @Nullable String clean(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        return stripped.matches("[\\x21-\\x7e]{1,512}") ? stripped : null;
    }
}
