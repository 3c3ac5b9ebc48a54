package dev.rbee.service.queen.models;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.spawn.Placement;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the hive that a model is fetched to. Pure. */
final class PullPlace {
    /** Stays free on every disk. */
    private static final long SPARE_BYTES = 1L << 30;

    private static final double OVERHEAD = 1.2;

    private PullPlace() {}

    /**
     * The best hive: has the disk, could run it, on its GPU rather than not, works as it should, has little to do.
     *
     * @param bytes of all files; null: unknown
     * @param wanted only this one
     */
    static HiveInfo best(List<HiveInfo> hives, @Nullable Long bytes, @Nullable String wanted) {
        List<HiveInfo> usable = Placement.usable(hives, wanted);
        long size = bytes == null ? 0 : bytes;
        return usable.stream()
                .filter(hive -> disk(hive) - size >= SPARE_BYTES)
                .min(Comparator.comparingInt((HiveInfo hive) -> runs(hive, size) ? 0 : 1)
                        .thenComparingInt(hive -> gpu(hive) >= size * OVERHEAD ? 0 : 1)
                        .thenComparingInt(Placement::trust)
                        .thenComparingInt(HiveInfo::workers)
                        .thenComparing(Comparator.comparingLong(PullPlace::disk).reversed())
                        .thenComparing(HiveInfo::id))
                .orElseThrow(() -> full(usable, size));
    }

    private static ProblemException full(List<HiveInfo> usable, long size) {
        long most = usable.stream().mapToLong(PullPlace::disk).max().orElse(0);
        String where = usable.size() == 1 ? "Hive " + usable.getFirst().id() : "No hive";
        return ProblemException.of(
                ProblemCode.STORAGE_FULL,
                where + (usable.size() == 1 ? " has no" : " has") + " room for " + gb(size)
                        + " GB on its disk and 1 GB to spare; " + gb(most) + " GB are free.",
                "Free some with rbee model rm or rbee model gc, or choose a smaller quantization.");
    }

    private static String gb(long bytes) {
        return String.format(java.util.Locale.ROOT, "%.1f", bytes / 1e9);
    }

    /** Whether its memory, as a whole, would hold it: what runs there now may be unloaded. */
    private static boolean runs(HiveInfo hive, long size) {
        Capabilities has = hive.capabilities();
        return has != null && Math.max(has.ram().totalBytes(), gpu(hive)) >= size * OVERHEAD;
    }

    private static long gpu(HiveInfo hive) {
        Capabilities has = hive.capabilities();
        return has == null
                ? 0
                : has.devices().stream().mapToLong(PullPlace::vram).sum();
    }

    private static long vram(DeviceInfo device) {
        Long bytes = device.totalBytes();
        return device.deviceType().equals("gpu") && bytes != null ? bytes : 0;
    }

    /** Free bytes where its models are; one that does not say is not asked to prove it. */
    private static long disk(HiveInfo hive) {
        Capabilities has = hive.capabilities();
        return has == null ? Long.MAX_VALUE / 2 : has.disk().freeBytes();
    }
}
