package dev.rbee.service.queen.links;

import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.nodes.RemovedNode;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.queen.hives.HiveKeeping;
import dev.rbee.service.queen.nodes.NodePlan;
import dev.rbee.service.queen.workers.WorkerRegistry;
import java.util.List;

/** Takes everything of rbee off a machine and forgets it. Thread-safe; blocks. */
final class NodeRemoval {
    private final LinkParts parts;
    private final NodeLinks links;
    private final HiveKeeping keeping;
    private final WorkerRegistry workers;

    NodeRemoval(LinkParts parts, NodeLinks links, HiveKeeping keeping, WorkerRegistry workers) {
        this.parts = parts;
        this.links = links;
        this.keeping = keeping;
        this.workers = workers;
    }

    /**
     * Does it. A hive that came by itself is only forgotten.
     *
     * @param force forget it also where it cannot be reached
     */
    RemovedNode remove(String name, boolean force, JobContext job) throws InterruptedException {
        Node node = parts.removable(name);
        List<String> left = links.linked(name) ? cleared(node, force, job) : List.of();
        links.forget(name);
        workers.lists().list().stream()
                .filter(worker -> worker.nodeName().equals(name))
                .forEach(worker -> workers.remove(worker.id(), "machine " + name + " was removed"));
        parts.logins().forget(name);
        var _ = parts.nodes().remove(name);
        keeping.forget(name);
        parts.hives().remove(name, "removed");
        parts.feed().problemGone("hive:" + name);
        parts.feed().problemGone("upgrade:" + name);
        String message = "Node \"" + name + "\" is removed."
                + (left.isEmpty() ? "" : " What is left there: " + String.join(", ", left) + ".")
                + (Boolean.TRUE.equals(node.declared())
                        ? " It stands in rbee.toml and comes back at the queen's next start."
                        : "");
        return new RemovedNode(true, message, name, left);
    }

    private List<String> cleared(Node node, boolean force, JobContext job) throws InterruptedException {
        try {
            return links.get(node.nodeName()).remove(job);
        } catch (ProblemException e) {
            if (!force || e.problem().code() == ProblemCode.CANCELLED) {
                throw e;
            }
            String folder = node.installPath() == null ? NodePlan.DEFAULT_PATH : node.installPath();
            return List.of(folder + " on " + Way.to(node) + " (" + e.problem().message() + ")");
        }
    }
}
