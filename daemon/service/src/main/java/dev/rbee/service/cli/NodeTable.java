package dev.rbee.service.cli;

import dev.rbee.contract.nodes.Node;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Machines as text. Pure but for the clock that is handed in. */
final class NodeTable {
    private NodeTable() {}

    static String nodes(List<Node> nodes, InstantSource clock) {
        Table table = new Table("MACHINE", "STATE", "ADDRESS", "INSTALLED", "LAST CONNECTED", "WHY");
        for (Node node : nodes) {
            Long last = node.lastConnectedUnix();
            table.row(
                    node.nodeName(),
                    node.status(),
                    address(node),
                    node.bundle(),
                    Words.ago(last == null ? null : Instant.ofEpochSecond(last), clock.instant()),
                    node.message());
        }
        return table.isEmpty() ? "No machines were added." : table.toString();
    }

    /** {@code vince@mac.lan}, with its port where that is not the usual one. */
    static String address(Node node) {
        String host = node.sshHost().contains(":") ? "[" + node.sshHost() + "]" : node.sshHost();
        return node.sshUser() + "@" + host + (node.sshPort() == 22 ? "" : ":" + node.sshPort());
    }
}
