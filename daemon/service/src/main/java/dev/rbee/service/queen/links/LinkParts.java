package dev.rbee.service.queen.links;

import dev.rbee.client.Http;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.events.FleetFeed;
import dev.rbee.service.queen.hives.HiveNews;
import dev.rbee.service.queen.hives.HiveRegistry;
import dev.rbee.service.queen.nodes.NodePlan;
import dev.rbee.service.queen.store.NodeNotes;
import dev.rbee.service.queen.store.Nodes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * What all links of a queen share.
 *
 * @param token of the installation
 * @param home true for a hive of the queen's own machine, which is no node
 * @param ended told when a machine's hive was found dead, whose workers are dead then, too
 * @param patience how long a hive may take from its start to its first heartbeat
 * @param nanos monotonic
 */
record LinkParts(
        Machines machines,
        Nodes nodes,
        NodeNotes notes,
        Logins logins,
        HiveRegistry hives,
        Predicate<String> home,
        HiveNews ended,
        FleetFeed feed,
        Gateway.Parts gateway,
        Http http,
        String token,
        Duration patience,
        InstantSource clock,
        LongSupplier nanos) {
    private static final int OWNER_DIGITS = 16;
    private static final int USUAL_PORT = 7835;

    /** The saved node. Throws {@code node_not_found}. */
    Node node(String name) {
        return nodes.get(name).filter(node -> !node.sshUser().isEmpty()).orElseThrow(() -> unknown(name));
    }

    static ProblemException unknown(String name) {
        return ProblemException.of(
                ProblemCode.NODE_NOT_FOUND, "There is no node \"" + name + "\".", "rbee setup list-nodes names them.");
    }

    /** The row that may be removed. Throws {@code node_not_found}, also for a hive of the queen's own machine. */
    Node removable(String name) {
        if (home.test(name)) {
            throw ProblemException.of(
                    ProblemCode.NODE_NOT_FOUND,
                    "Hive \"" + name
                            + "\" is the one of the queen's own machine, which is no node and cannot be removed.",
                    "rbee hive stop " + name + " ends it; rbee setup list-nodes names the nodes.");
        }
        return nodes.get(name).orElseThrow(() -> unknown(name));
    }

    /** How that machine is to be set up. */
    NodePlan plan(Node node) {
        return new NodePlan(
                node.nodeName(),
                owner(),
                Keys.nodeKey(token, node.nodeName()),
                node.installPath() == null ? NodePlan.DEFAULT_PATH : node.installPath(),
                node.gitRepoUrl(),
                node.gitBranch(),
                machines.hivePort(node.nodeName(), USUAL_PORT),
                node.expectGpu());
    }

    /** Tells this installation from others on machines they share. */
    String owner() {
        return Keys.fingerprint(token).substring(0, OWNER_DIGITS);
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "LinkParts[***]";
    }
}
