package dev.rbee.service.queen.memory;

import java.time.Duration;

/**
 * How memory changes hands.
 *
 * @param evict whether workers are unloaded for others at all
 * @param stay a worker is not unloaded for another model before it has been ready for so long; and a model that waits waits at least so long for
 *     one that has something to do
 */
public record MemoryRules(boolean evict, Duration stay) {}
