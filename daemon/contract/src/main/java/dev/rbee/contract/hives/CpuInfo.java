package dev.rbee.contract.hives;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The processor.
 *
 * @param cores physical
 * @param threads logical
 * @param flags {@code avx2} and so on
 * @param load 0 to 1
 */
public record CpuInfo(
        String name,
        int cores,
        int threads,
        List<String> flags,
        @Nullable Double load) {
    /** Fills in what is missing. */
    public CpuInfo {
        name = Objects.requireNonNullElse(name, "");
        flags = Objects.requireNonNullElse(flags, List.of());
    }
}
