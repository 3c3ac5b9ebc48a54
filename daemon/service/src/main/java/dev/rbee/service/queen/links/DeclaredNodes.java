package dev.rbee.service.queen.links;

import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.store.NodeNotes;
import dev.rbee.service.queen.store.Nodes;
import dev.rbee.service.settings.DeclaredHive;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the table of machines in line with the {@code [[hive]]} tables of {@code rbee.toml}. Blocks on the disk. */
final class DeclaredNodes {
    private static final Logger LOG = LoggerFactory.getLogger(DeclaredNodes.class);

    private DeclaredNodes() {}

    /** What stands there comes back with its ways as they are written; what no longer does stays as if it had been added by hand. */
    static void into(Nodes nodes, NodeNotes notes, Machines machines, BiConsumer<String, Problem> unusable) {
        for (DeclaredHive each : machines.declared()) {
            try {
                declare(nodes, notes, machines, each);
            } catch (ProblemException e) {
                LOG.warn("hive={} of rbee.toml cannot be used: {}", each.name(), e.getMessage());
                unusable.accept(each.name(), e.problem());
            }
        }
        for (Node node : nodes.list()) {
            if (Boolean.TRUE.equals(node.declared())
                    && machines.declared(node.nodeName()).isEmpty()) {
                notes.notDeclared(node.nodeName());
            }
        }
    }

    private static void declare(Nodes nodes, NodeNotes notes, Machines machines, DeclaredHive each) {
        Way way = machines.connector()
                .resolved(new Way(each.hostname(), each.sshPort(), each.sshUser(), each.sshKey(), each.proxyJump()));
        Node row = NodeFields.node(way, each);
        Optional<Node> there = nodes.get(each.name());
        if (there.isPresent()) {
            notes.declared(row);
        } else {
            nodes.add(row);
        }
    }
}
