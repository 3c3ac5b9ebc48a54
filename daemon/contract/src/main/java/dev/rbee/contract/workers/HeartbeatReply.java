package dev.rbee.contract.workers;

import org.jspecify.annotations.Nullable;

/**
 * Answer to a heartbeat.
 *
 * @param status {@code ok}
 * @param nextMs when the next is due, milliseconds, jitter included
 * @param port under which the sender is reached where that is a tunnel; its proofs hold for it, too. Null elsewhere
 */
public record HeartbeatReply(
        String status,
        String message,
        long nextMs,
        @Nullable Integer port) {
    /** Where the sender is reached at its own port. */
    public HeartbeatReply(String status, String message, long nextMs) {
        this(status, message, nextMs, null);
    }
}
