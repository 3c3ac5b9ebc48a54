package dev.rbee.service.hive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The hub's token of this machine: HF_TOKEN, else the file that the hub's own programs keep. Read anew each time; never kept or shown. */
final class HubToken implements Supplier<@Nullable String> {
    private static final Pattern TOKEN = Pattern.compile("[!-~]{4,512}");

    private final Map<String, String> environment;

    HubToken(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String get() {
        for (String name : new String[] {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"}) {
            String token = environment.getOrDefault(name, "").strip();
            if (TOKEN.matcher(token).matches()) {
                return token;
            }
        }
        try {
            Path file = file();
            String token = Files.isRegularFile(file) && Files.size(file) < 4096
                    ? Files.readString(file).strip()
                    : "";
            return TOKEN.matcher(token).matches() ? token : null;
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    private Path file() {
        String named = environment.getOrDefault("HF_TOKEN_PATH", "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        String home = environment.getOrDefault("HF_HOME", "");
        if (!home.isBlank()) {
            return Path.of(home, "token");
        }
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path folder = cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return folder.resolve("huggingface").resolve("token");
    }
}
