package dev.rbee.service.queen.links;

import dev.rbee.contract.nodes.AddNode;
import dev.rbee.contract.nodes.LoginNode;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.nodes.NodeRef;
import dev.rbee.contract.nodes.RemoveNode;
import dev.rbee.contract.nodes.RemovedNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.queen.access.AuditTrail;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** {@code /v2/registry/beehives/...} (seed 002): the administrator's. */
public final class NodeRoutes {
    private static final String PATH = "/v2/registry/beehives/";

    private final LinkParts parts;
    private final NodeTasks tasks;
    private final NodeRemoval removal;
    private final JobStore jobs;
    private final AuditTrail audit;

    NodeRoutes(LinkParts parts, NodeTasks tasks, NodeRemoval removal, JobStore jobs, AuditTrail audit) {
        this.parts = parts;
        this.tasks = tasks;
        this.removal = removal;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** Answer of the list. */
    record NodeList(List<Node> nodes) {}

    /** Names the routes. */
    public void add(Routes routes) {
        routes.get(PATH + "list", x -> {
            x.caller().requireAdmin();
            x.json(200, new NodeList(parts.nodes().list()));
        });
        routes.post(PATH + "probe", x -> {
            x.caller().requireAdmin();
            AddNode said = x.body(AddNode.class);
            x.json(200, audit.of(x.caller(), "node.probe", said.sshHost(), () -> tasks.probe(said)));
        });
        routes.post(PATH + "add", x -> {
            x.caller().requireAdmin();
            AddNode said = x.body(AddNode.class);
            x.json(200, audit.of(x.caller(), "node.add", said.nodeName(), () -> tasks.add(said)));
        });
        routes.post(PATH + "test", x -> {
            x.caller().requireAdmin();
            String name = x.body(NodeRef.class).nodeName();
            x.json(200, audit.of(x.caller(), "node.test", name, () -> tasks.test(name)));
        });
        routes.post(PATH + "login", x -> {
            x.caller().requireAdmin();
            LoginNode said = x.body(LoginNode.class);
            x.json(200, audit.of(x.caller(), "node.login", said.nodeName(), () -> tasks.login(said)));
        });
        routes.post(PATH + "remove", this::remove);
    }

    private void remove(Exchange x) {
        x.caller().requireAdmin();
        RemoveNode said = x.body(RemoveNode.class);
        String name = said.nodeName();
        if (name == null) {
            throw new ProblemException(Problem.missing("node_name"));
        }
        boolean force = Boolean.TRUE.equals(said.force());
        x.json(200, audit.of(x.caller(), "node.remove", name, () -> removed(name, force)));
    }

    /** As a job, so that everybody sees how far it is; waits for its end. */
    private RemovedNode removed(String name, boolean force) {
        var _ = parts.removable(name);
        CompletableFuture<RemovedNode> end = new CompletableFuture<>();
        var _ = jobs.create("node.remove", "Remove machine " + name, job -> {
            try {
                RemovedNode done = removal.remove(name, force, job);
                end.complete(done);
                return done;
            } catch (Exception | Error e) { // whoever waits has to hear of any end
                end.completeExceptionally(e);
                throw e;
            }
        });
        try {
            return end.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.CANCELLED, "The queen ends.", null);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException known) {
                throw known;
            }
            if (e.getCause() instanceof InterruptedException) {
                throw ProblemException.of(ProblemCode.CANCELLED, "The removal was cancelled.", null);
            }
            throw new IllegalStateException("removal of " + name, e.getCause());
        }
    }
}
