package dev.rbee.contract.registry;

/** Body of heartbeat and unregister. */
public record ComponentRef(ComponentType componentType, String componentId) {}
