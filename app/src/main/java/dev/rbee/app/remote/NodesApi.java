package dev.rbee.app.remote;

import dev.rbee.contract.nodes.AddNode;
import dev.rbee.contract.nodes.AddedNode;
import dev.rbee.contract.nodes.LoginNode;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.nodes.ProbedNode;
import dev.rbee.contract.nodes.RemovedNode;
import java.util.List;

/**
 * What the application asks of its queen about other machines. Every method blocks, some for many seconds, and throws
 * {@link dev.rbee.contract.problem.ProblemException}, {@code unreachable} where nobody answers. Thread-safe.
 */
public interface NodesApi {
    /** The machines that are saved. */
    List<Node> nodes();

    /** Logs in and looks around; changes and saves nothing. */
    ProbedNode probe(AddNode node);

    /** Saves a machine and begins to install the hive there: the job it names. */
    AddedNode add(AddNode node);

    /** Takes away everything that was put there and forgets the machine; {@code force}: forgets it also where it is out of reach. */
    RemovedNode remove(String name, boolean force);

    /** Gives the login of a saved machine what it waits for. */
    AddedNode login(LoginNode login);

    /** Begins {@code start}, {@code stop}, {@code drain}, {@code resume}, {@code restart}, {@code upgrade} or {@code wake}: the job's id. */
    String act(String hiveId, String verb);
}
