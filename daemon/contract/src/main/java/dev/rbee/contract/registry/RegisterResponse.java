package dev.rbee.contract.registry;

import org.jspecify.annotations.Nullable;

/**
 * Answer to a registration.
 *
 * @param heartbeatIntervalS beat this often, seconds
 * @param onlineWindowS online while seen within this, seconds
 * @param port under which the sender is reached where that is a tunnel; its proofs hold for it, too. Null elsewhere
 */
public record RegisterResponse(
        String componentId,
        int heartbeatIntervalS,
        int onlineWindowS,
        @Nullable Integer port) {
    /** Where the sender is reached at its own port. */
    public RegisterResponse(String componentId, int heartbeatIntervalS, int onlineWindowS) {
        this(componentId, heartbeatIntervalS, onlineWindowS, null);
    }
}
