package dev.rbee.contract.hives;

import dev.rbee.contract.models.ModelEntry;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /v1/capabilities} of a hive. Other programs may register hives that say less of themselves (seed 004 names only GPUs and
 * models): what is missing is none, or 0.
 *
 * @param disk where the models are
 */
public record Capabilities(
        List<DeviceInfo> devices,
        String os,
        String arch,
        CpuInfo cpu,
        MemoryInfo ram,
        MemoryInfo disk,
        List<EngineInfo> engines,
        List<ModelEntry> models,
        @Nullable String hostname,
        @Nullable String version) {
    private static final MemoryInfo UNKNOWN = new MemoryInfo(0, 0);

    /** Fills in what is missing. */
    public Capabilities {
        devices = given(devices);
        os = Objects.requireNonNullElse(os, "");
        arch = Objects.requireNonNullElse(arch, "");
        cpu = Objects.requireNonNullElse(cpu, new CpuInfo("", 0, 0, List.of(), null));
        ram = Objects.requireNonNullElse(ram, UNKNOWN);
        disk = Objects.requireNonNullElse(disk, UNKNOWN);
        engines = given(engines);
        models = given(models).stream().filter(model -> model.id() != null).toList();
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
