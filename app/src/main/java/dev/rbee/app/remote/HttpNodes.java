package dev.rbee.app.remote;

import dev.rbee.client.NodesClient;
import dev.rbee.client.QueenClient;
import dev.rbee.contract.nodes.AddNode;
import dev.rbee.contract.nodes.AddedNode;
import dev.rbee.contract.nodes.LoginNode;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.nodes.ProbedNode;
import dev.rbee.contract.nodes.RemovedNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The queen's machines over HTTP. */
public final class HttpNodes implements NodesApi, LogSource {
    private final Queens queens;
    private final RandomGenerator random;

    /** Speaks to the queen of the moment. */
    public HttpNodes(Queens queens, RandomGenerator random) {
        this.queens = queens;
        this.random = random;
    }

    private NodesClient client() {
        return new NodesClient(queens.get());
    }

    @Override
    public List<Node> nodes() {
        return client().list();
    }

    @Override
    public ProbedNode probe(AddNode node) {
        return client().probe(node);
    }

    @Override
    public AddedNode add(AddNode node) {
        return client().add(node);
    }

    @Override
    public RemovedNode remove(String name, boolean force) {
        return client().remove(name, force);
    }

    @Override
    public AddedNode login(LoginNode login) {
        return client().login(login);
    }

    @Override
    public String act(String hiveId, String verb) {
        return new QueenClient(queens.get()).hiveAction(hiveId, verb).jobId();
    }

    /** The log of that hive. */
    @Override
    public void follow(String hiveId, Consumer<String> lines) throws InterruptedException {
        HttpLog.read(queens.get(), QueenClient.hiveLogsPath(hiveId), lines, random);
    }
}
