package dev.rbee.service.models.fit;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.hives.HiveInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a machine has.
 *
 * @param ramTotalBytes main memory
 * @param ramFreeBytes of it free for use now
 * @param threads that compute
 * @param gpus that an engine there can use
 */
public record FitMachine(long ramTotalBytes, long ramFreeBytes, int threads, List<FitGpu> gpus) {
    /** Copies. */
    public FitMachine {
        gpus = List.copyOf(gpus);
    }

    /** One without GPUs. */
    public static FitMachine cpu(long totalBytes, long freeBytes, int threads) {
        return new FitMachine(totalBytes, freeBytes, threads, List.of());
    }

    /** A hive's, as it said last; with no memory where it said nothing. */
    public static FitMachine of(HiveInfo hive) {
        Capabilities has = hive.capabilities();
        if (has == null) {
            return cpu(0, 0, 1);
        }
        return of(has, hive.ramFreeBytes());
    }

    /**
     * As capabilities say.
     *
     * @param freeBytes newer than theirs; null: theirs
     */
    public static FitMachine of(Capabilities has, @Nullable Long freeBytes) {
        List<FitGpu> gpus = new ArrayList<>();
        for (DeviceInfo device : has.devices()) {
            Long total = device.totalBytes();
            if (device.deviceType().equals("gpu") && total != null && used(has.engines())) {
                Long free = device.vramFreeBytes();
                gpus.add(new FitGpu(device.id(), total, free == null ? total : free));
            }
        }
        return new FitMachine(
                has.ram().totalBytes(),
                freeBytes == null ? has.ram().freeBytes() : freeBytes,
                Math.max(1, has.cpu().threads() - 1),
                gpus);
    }

    /** Whether an engine there says that it can use GPUs at all. */
    private static boolean used(List<EngineInfo> engines) {
        return engines.stream()
                .anyMatch(engine -> engine.available()
                        && engine.devices() != null
                        && !engine.devices().isEmpty());
    }

    /** With only the GPU of that id; with none for {@code cpu}. */
    public FitMachine only(String device) {
        return new FitMachine(
                ramTotalBytes,
                ramFreeBytes,
                threads,
                gpus.stream().filter(gpu -> gpu.id().equalsIgnoreCase(device)).toList());
    }

    /** The same with nothing running. */
    FitMachine empty() {
        List<FitGpu> all = gpus.stream()
                .map(gpu -> new FitGpu(gpu.id(), gpu.totalBytes(), gpu.totalBytes() - gpu.totalBytes() / 20))
                .toList();
        return new FitMachine(ramTotalBytes, ramTotalBytes - ramTotalBytes / 20, threads, all);
    }
}
