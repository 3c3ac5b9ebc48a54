package dev.rbee.contract.hives;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A device that can run a model.
 *
 * @param id {@code GPU-0} or {@code cpu}
 * @param deviceType {@code gpu} or {@code cpu}
 * @param vramGb GiB
 */
public record DeviceInfo(
        String id,
        String name,
        String deviceType,
        @Nullable Double vramGb,
        @Nullable Long vramBytes,
        @Nullable Long vramFreeBytes,
        @Nullable String driver) {
    /** Fills in what is missing. */
    public DeviceInfo {
        deviceType = Objects.requireNonNullElse(deviceType, vramBytes == null && vramGb == null ? "cpu" : "gpu");
        id = Objects.requireNonNullElse(id, deviceType);
        name = Objects.requireNonNullElse(name, id);
    }

    /** Its memory in bytes, also where only GiB are said (seed 004); null where neither is. */
    public @Nullable Long totalBytes() {
        return vramBytes != null ? vramBytes : vramGb == null ? null : (Long) (long) (vramGb * (1L << 30));
    }
}
