package dev.rbee.service.queen.memory;

/**
 * A model that somebody waits for.
 *
 * @param bytes it needs
 * @param sinceNanos when it was first asked for, by the owner's monotonic clock
 * @param first nobody has waited longer for this room
 */
public record Demand(String model, long bytes, long sinceNanos, boolean first) {}
