package dev.rbee.contract.registry;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One component as the registry lists it; {@code hive_id} or {@code worker_id} by its type.
 *
 * @param online seen within the window, by the registry's own monotonic clock
 */
public record ComponentEntry(
        @Nullable String hiveId,
        @Nullable String workerId,
        String componentId,
        String hostname,
        int port,
        @Nullable String workerType,
        @Nullable String model,
        Instant registeredAt,
        Instant lastSeen,
        boolean online,
        @Nullable Map<String, Object> metadata) {

    /** The base URL of the component. */
    public String url() {
        return "http://" + (hostname.contains(":") ? "[" + hostname + "]" : hostname) + ":" + port;
    }
}
