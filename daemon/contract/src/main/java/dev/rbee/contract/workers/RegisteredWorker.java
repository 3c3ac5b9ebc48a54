package dev.rbee.contract.workers;

import org.jspecify.annotations.Nullable;

/**
 * Answer to a registration; with it begins an epoch.
 *
 * @param epoch to be sent with every beat
 * @param nextMs beat again after this, milliseconds
 * @param port under which the sender is reached where that is a tunnel; its proofs hold for it, too. Null elsewhere
 */
public record RegisteredWorker(
        boolean success,
        String workerId,
        long epoch,
        long nextMs,
        String message,
        @Nullable Integer port) {
    /** Where the sender is reached at its own port. */
    public RegisteredWorker(boolean success, String workerId, long epoch, long nextMs, String message) {
        this(success, workerId, epoch, nextMs, message, null);
    }
}
