package dev.rbee.contract.workers;

/**
 * Answer to a registration; with it begins an epoch.
 *
 * @param epoch to be sent with every beat
 * @param nextMs beat again after this, milliseconds
 */
public record RegisteredWorker(boolean success, String workerId, long epoch, long nextMs, String message) {}
