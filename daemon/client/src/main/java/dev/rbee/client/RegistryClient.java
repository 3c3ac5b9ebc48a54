package dev.rbee.client;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.ComponentEntry;
import dev.rbee.contract.registry.ComponentRef;
import dev.rbee.contract.registry.Components;
import dev.rbee.contract.registry.RegisterRequest;
import dev.rbee.contract.registry.RegisterResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Calls of the registry; failures as {@link Remote} says.
 *
 * @param remote the registry
 */
public record RegistryClient(Remote remote) {

    /** Registers or updates a component. */
    public RegisterResponse register(RegisterRequest request) {
        return remote.post("/v1/registry/register", request, RegisterResponse.class);
    }

    /** Keeps it online; {@code component_unknown} asks to register again. */
    public void heartbeat(ComponentRef component) {
        remote.post("/v1/registry/heartbeat", component);
    }

    /** Says goodbye, within that time. */
    public void unregister(ComponentRef component, Duration atMost) {
        remote.delete("/v1/registry/unregister", component, atMost);
    }

    /** All hives. */
    public List<ComponentEntry> hives() {
        return remote.list("/v1/registry/hives", ComponentEntry.class);
    }

    /** All workers. */
    public List<ComponentEntry> workers() {
        return remote.list("/v1/registry/workers", ComponentEntry.class);
    }

    /** The queen, where one is known. */
    public Optional<ComponentEntry> queen() {
        try {
            return Optional.of(remote.get("/v1/registry/queen", ComponentEntry.class));
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.QUEEN_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Everybody. */
    public Components components() {
        return remote.get("/v1/registry/components", Components.class);
    }
}
