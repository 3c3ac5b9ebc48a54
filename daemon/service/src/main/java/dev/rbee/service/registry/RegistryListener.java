package dev.rbee.service.registry;

import dev.rbee.contract.registry.ComponentEntry;
import dev.rbee.contract.registry.ComponentType;

/** Hears what changes in the registry, on the thread that changed it; must not block. */
public interface RegistryListener {
    /** Hears nothing. */
    RegistryListener NONE = new RegistryListener() {};

    /** Somebody came, or came again with other data. */
    default void registered(ComponentType type, ComponentEntry entry) {}

    /**
     * Somebody is no longer listed.
     *
     * @param reason {@code unregistered} or {@code silent}
     */
    default void gone(ComponentType type, ComponentEntry entry, String reason) {}
}
