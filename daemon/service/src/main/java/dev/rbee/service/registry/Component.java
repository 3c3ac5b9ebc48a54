package dev.rbee.service.registry;

import dev.rbee.contract.registry.ComponentEntry;
import dev.rbee.contract.registry.ComponentRef;
import dev.rbee.contract.registry.ComponentType;
import dev.rbee.contract.registry.RegisterRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the registry holds of one component. Immutable. */
record Component(
        String hostname,
        int port,
        @Nullable Map<String, Object> metadata,
        Instant registeredAt,
        Instant lastSeen,
        long seenNanos) {

    /** After a registration; {@code registered_at} stays while the address does. */
    static Component of(RegisterRequest request, @Nullable Component old, Instant now, long nanos) {
        Component fresh = new Component(request.hostname(), request.port(), request.metadata(), now, now, nanos);
        return old != null && old.sameAddress(fresh)
                ? new Component(fresh.hostname, fresh.port, fresh.metadata, old.registeredAt, now, nanos)
                : fresh;
    }

    boolean sameAddress(Component other) {
        return hostname.equals(other.hostname) && port == other.port;
    }

    Component seen(Instant now, long nanos) {
        return new Component(hostname, port, metadata, registeredAt, now, nanos);
    }

    long silentFor(long nanos) {
        return nanos - seenNanos;
    }

    ComponentEntry entry(ComponentRef ref, long nanos, Duration window) {
        return new ComponentEntry(
                ref.componentType() == ComponentType.HIVE ? ref.componentId() : null,
                ref.componentType() == ComponentType.WORKER ? ref.componentId() : null,
                ref.componentId(),
                hostname,
                port,
                text("worker_type"),
                text("model"),
                registeredAt,
                lastSeen,
                silentFor(nanos) <= window.toNanos(),
                metadata);
    }

    private @Nullable String text(String key) {
        return metadata != null && metadata.get(key) instanceof String text ? text : null;
    }
}
