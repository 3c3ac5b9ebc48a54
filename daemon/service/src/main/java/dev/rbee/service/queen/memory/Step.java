package dev.rbee.service.queen.memory;

import java.util.List;

/** What is to be done for a demand now. */
public sealed interface Step {
    /** Start it: there is room, or waiting would never make any; then the hive says what is wrong. */
    record Start(boolean room) implements Step {}

    /** Those workers are to take nothing new and to end when they have finished; after them there is room. */
    record Unload(List<String> workers) implements Step {}

    /** Look again later. */
    record Wait(String why) implements Step {}
}
