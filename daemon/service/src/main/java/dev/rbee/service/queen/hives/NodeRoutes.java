package dev.rbee.service.queen.hives;

import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.queen.access.AuditTrail;
import dev.rbee.service.queen.store.Nodes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /v2/registry/beehives/list} and {@code remove} (seed 002): the administrator's. */
public final class NodeRoutes {
    private final Nodes nodes;
    private final HiveRegistry hives;
    private final HiveKeeping keeping;
    private final AuditTrail audit;

    /** Over those parts. */
    public NodeRoutes(Nodes nodes, HiveRegistry hives, HiveKeeping keeping, AuditTrail audit) {
        this.nodes = nodes;
        this.hives = hives;
        this.keeping = keeping;
        this.audit = audit;
    }

    /** Answer of the list. */
    record NodeList(List<Node> nodes) {}

    /** Body of remove. */
    record RemoveNode(@Nullable String nodeName) {}

    /** Answer of remove. */
    record NodeRemoved(boolean success, String message, String nodeName) {}

    /** Names the routes. */
    public void add(Routes routes) {
        routes.get("/v2/registry/beehives/list", x -> {
            x.caller().requireAdmin();
            x.json(200, new NodeList(nodes.list()));
        });
        routes.post("/v2/registry/beehives/remove", this::remove);
    }

    private void remove(Exchange x) {
        x.caller().requireAdmin();
        String name = x.body(RemoveNode.class).nodeName();
        if (name == null) {
            throw new ProblemException(Problem.missing("node_name"));
        }
        x.json(200, audit.of(x.caller(), "node.remove", name, () -> removed(name)));
    }

    private NodeRemoved removed(String name) {
        if (!nodes.remove(name)) {
            throw ProblemException.of(
                    ProblemCode.NODE_NOT_FOUND,
                    "There is no node \"" + name + "\".",
                    "rbee setup list-nodes names them.");
        }
        keeping.forget(name);
        hives.remove(name, "removed");
        return new NodeRemoved(true, "Node \"" + name + "\" is removed.", name);
    }
}
