package dev.rbee.contract.registry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/registry/register}.
 *
 * @param metadata {@code worker_type}, {@code model} and whatever else is worth knowing
 */
public record RegisterRequest(
        ComponentType componentType,
        String componentId,
        String hostname,
        int port,
        @Nullable Map<String, Object> metadata) {}
