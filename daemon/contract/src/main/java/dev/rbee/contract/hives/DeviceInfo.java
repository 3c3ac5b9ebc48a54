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
    /** Fills in what is missing: the type by its memory, bytes by GiB. */
    public DeviceInfo {
        vramBytes = vramBytes == null && vramGb != null ? (Long) (long) (vramGb * (1L << 30)) : vramBytes;
        deviceType = Objects.requireNonNullElse(deviceType, vramBytes == null ? "cpu" : "gpu");
        id = Objects.requireNonNullElse(id, deviceType);
        name = Objects.requireNonNullElse(name, id);
    }
}
