package dev.rbee.app.home;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Memory of one hive and what takes it.
 *
 * @param video of its GPUs together; else its main memory
 * @param models the largest first
 * @param other bytes that something else holds
 */
record Pool(boolean video, long total, long free, List<Part> models, long other) {
    /** A loaded model and its bytes; several workers of one model are one. */
    record Part(String model, long bytes) {}

    /** The hive's memory, that of its GPUs first; empty where nothing is known. */
    static List<Pool> of(HiveInfo hive, List<WorkerInfo> workers) {
        Capabilities capabilities = hive.capabilities();
        if (capabilities == null) {
            return List.of();
        }
        List<Pool> pools = new ArrayList<>();
        List<DeviceInfo> gpus = capabilities.devices().stream()
                .filter(device -> device.deviceType().equals("gpu") && device.totalBytes() != null)
                .toList();
        if (!gpus.isEmpty()) {
            long total = gpus.stream().mapToLong(gpu -> or0(gpu.totalBytes())).sum();
            long free = gpus.stream().mapToLong(gpu -> or0(gpu.vramFreeBytes())).sum();
            pools.add(pool(true, total, free, workers));
        }
        Long free = hive.ramFreeBytes();
        pools.add(pool(
                false,
                capabilities.ram().totalBytes(),
                free == null ? capabilities.ram().freeBytes() : free,
                workers));
        return pools;
    }

    private static Pool pool(boolean video, long total, long free, List<WorkerInfo> workers) {
        List<Part> parts = new ArrayList<>();
        for (WorkerInfo worker : workers) {
            long bytes = or0(video ? worker.vramBytes() : worker.memoryBytes());
            if (bytes > 0 && worker.online()) {
                add(parts, worker.modelRef(), bytes);
            }
        }
        parts.sort(Comparator.comparingLong(Part::bytes).reversed());
        long known = parts.stream().mapToLong(Part::bytes).sum();
        long used = Math.clamp(total - free, 0, total);
        return new Pool(video, total, Math.clamp(free, 0, total), List.copyOf(parts), Math.max(0, used - known));
    }

    private static void add(List<Part> parts, String model, long bytes) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).model().equals(model)) {
                parts.set(i, new Part(model, parts.get(i).bytes() + bytes));
                return;
            }
        }
        parts.add(new Part(model, bytes));
    }

    private static long or0(@Nullable Long bytes) {
        return Objects.requireNonNullElse(bytes, 0L);
    }
}
