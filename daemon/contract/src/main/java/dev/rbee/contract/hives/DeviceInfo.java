package dev.rbee.contract.hives;

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
        @Nullable String driver) {}
