package dev.rbee.contract.events;

import org.jspecify.annotations.Nullable;

/**
 * The waiting line of one model.
 *
 * @param expectedWaitS of the newest, seconds
 */
public record QueueInfo(String model, int waiting, @Nullable Double expectedWaitS) {}
