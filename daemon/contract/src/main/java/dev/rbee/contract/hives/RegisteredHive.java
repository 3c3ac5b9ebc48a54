package dev.rbee.contract.hives;

import org.jspecify.annotations.Nullable;

/**
 * Answer to it.
 *
 * @param port under which the sender is reached where that is a tunnel; its proofs hold for it, too. Null elsewhere
 */
public record RegisteredHive(
        boolean success,
        String hiveId,
        long nextMs,
        String message,
        @Nullable Integer port) {
    /** Where the sender is reached at its own port. */
    public RegisteredHive(boolean success, String hiveId, long nextMs, String message) {
        this(success, hiveId, nextMs, message, null);
    }
}
