package dev.rbee.contract.workers;

/**
 * Answer to a heartbeat.
 *
 * @param status {@code ok}
 * @param nextMs when the next is due, milliseconds, jitter included
 */
public record HeartbeatReply(String status, String message, long nextMs) {}
