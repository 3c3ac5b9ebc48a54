package dev.rbee.contract.hives;

import dev.rbee.contract.models.ModelEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /v1/capabilities} of a hive.
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
        @Nullable String version) {}
