package dev.rbee.app.models;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.hives.HiveInfo;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a file of that size would run, judged by its size alone: enough to choose among cards; the exact answer comes from the queen. Pure.
 *
 * @param hive the one with the most room for it; null where none has enough
 * @param gpu whether its GPUs can hold all of it
 */
record SizeGuess(@Nullable String hive, boolean gpu) {
    private static final double MORE = 1.15;
    private static final long AND = 400L << 20;
    private static final double RAM_SHARE = 0.85;

    static SizeGuess of(long fileBytes, Collection<HiveInfo> hives) {
        double need = fileBytes * MORE + AND;
        String onGpu = null;
        String onCpu = null;
        double mostGpu = 0;
        double mostRam = 0;
        for (HiveInfo hive : hives) {
            Capabilities has = hive.capabilities();
            if (!hive.online() || has == null) {
                continue;
            }
            double vram = has.devices().stream()
                    .filter(device -> device.deviceType().equals("gpu"))
                    .map(DeviceInfo::vramBytes)
                    .filter(Objects::nonNull)
                    .mapToLong(Long::longValue)
                    .sum();
            double ram = has.ram().totalBytes() * RAM_SHARE;
            if (vram >= need && vram > mostGpu) {
                mostGpu = vram;
                onGpu = hive.id();
            }
            if (ram >= need && ram > mostRam) {
                mostRam = ram;
                onCpu = hive.id();
            }
        }
        return onGpu != null ? new SizeGuess(onGpu, true) : new SizeGuess(onCpu, false);
    }

    /** Whether any machine can hold it. */
    boolean fits() {
        return hive != null;
    }
}
