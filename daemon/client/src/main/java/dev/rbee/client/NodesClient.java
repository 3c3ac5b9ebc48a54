package dev.rbee.client;

import dev.rbee.contract.nodes.AddNode;
import dev.rbee.contract.nodes.AddedNode;
import dev.rbee.contract.nodes.LoginNode;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.nodes.NodeRef;
import dev.rbee.contract.nodes.ProbedNode;
import dev.rbee.contract.nodes.RemoveNode;
import dev.rbee.contract.nodes.RemovedNode;
import dev.rbee.contract.nodes.TestedNode;
import java.util.List;

/**
 * The queen's list of machines (seed 002); failures as {@link Remote} says, and those of SSH: {@code host_key_unknown} (its details are JSON:
 * {@code fingerprint}, {@code key_type}, {@code host}; repeat with {@code acceptHostKey}), {@code host_key_changed}, {@code ssh_unreachable},
 * {@code ssh_login_refused}, {@code ssh_login_needed}.
 *
 * @param remote the queen
 */
public record NodesClient(Remote remote) {
    private static final String PATH = "/v2/registry/beehives/";

    private record NodeList(List<Node> nodes) {}

    /** All machines. */
    public List<Node> list() {
        return remote.get(PATH + "list", NodeList.class).nodes();
    }

    /** Logs in and looks around; changes and saves nothing. Some seconds. */
    public ProbedNode probe(AddNode node) {
        return remote.postSlow(PATH + "probe", node, ProbedNode.class);
    }

    /** Checks the connection, then saves; may take half a minute. The job it names installs and starts the hive. */
    public AddedNode add(AddNode node) {
        return remote.postSlow(PATH + "add", node, AddedNode.class);
    }

    /**
     * Stops the hive there, takes away everything that was put there, and forgets the machine; may take a minute.
     *
     * @param force forget it also where it cannot be reached
     */
    public RemovedNode remove(String name, boolean force) {
        return remote.postSlow(PATH + "remove", new RemoveNode(name, force), RemovedNode.class);
    }

    /** Logs in to a saved machine and looks around; changes nothing. Some seconds. */
    public TestedNode test(String name) {
        return remote.postSlow(PATH + "test", new NodeRef(name), TestedNode.class);
    }

    /** Gives a saved machine's login what it waits for; some seconds. The job it names brings its hive up, null where it should not run. */
    public AddedNode login(LoginNode login) {
        return remote.postSlow(PATH + "login", login, AddedNode.class);
    }
}
