package dev.rbee.service.queen.hives;

import dev.rbee.contract.hives.HiveState;

/** Where a {@link HiveControl} says how the process of its hive stands. Returns at once. */
@FunctionalInterface
public interface HiveNews {
    /** The process is in that state now, and why. */
    void state(String hiveId, HiveState state, String why);
}
