package dev.rbee.client;

import dev.rbee.contract.nodes.AddNode;
import dev.rbee.contract.nodes.Node;
import java.util.List;
import java.util.Map;

/**
 * The queen's list of machines (seed 002); failures as {@link Remote} says.
 *
 * @param remote the queen
 */
public record NodesClient(Remote remote) {
    private record NodeList(List<Node> nodes) {}

    /** All machines. */
    public List<Node> list() {
        return remote.get("/v2/registry/beehives/list", NodeList.class).nodes();
    }

    /** Checks the connection, then saves; may take half a minute. */
    public void add(AddNode node) {
        var _ = remote.http()
                .callSlow(remote.postRequest("/v2/registry/beehives/add", node).build())
                .orThrow();
    }

    /** Forgets one. */
    public void remove(String name) {
        remote.post("/v2/registry/beehives/remove", Map.of("node_name", name));
    }
}
