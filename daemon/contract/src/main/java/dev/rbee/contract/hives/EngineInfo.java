package dev.rbee.contract.hives;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An engine a hive can run.
 *
 * @param name {@code embedded} or {@code llama-server}
 * @param reason why not
 * @param path of its program; null for the embedded one
 * @param origin {@code bundled}, {@code path} (found on the search path) or {@code installed} (in {@code engines/})
 * @param selected whether workers get this one where nothing else is said
 * @param devices it says it can use, as {@code CUDA0: NVIDIA ...}
 * @param tokensPerSecond of its smoke test
 */
public record EngineInfo(
        String name,
        String version,
        boolean available,
        @Nullable String reason,
        @Nullable String path,
        @Nullable String origin,
        @Nullable Boolean selected,
        @Nullable List<String> devices,
        @Nullable Double tokensPerSecond) {
    /** Fills in what is missing. */
    public EngineInfo {
        name = Objects.requireNonNullElse(name, "");
        version = Objects.requireNonNullElse(version, "");
    }

    /** The embedded one. */
    public EngineInfo(String name, String version, boolean available, @Nullable String reason) {
        this(name, version, available, reason, null, null, null, null, null);
    }
}
