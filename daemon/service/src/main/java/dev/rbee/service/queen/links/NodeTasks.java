package dev.rbee.service.queen.links;

import dev.rbee.client.ssh.SshLogin;
import dev.rbee.client.ssh.TunnelledShell;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.nodes.AddNode;
import dev.rbee.contract.nodes.AddedNode;
import dev.rbee.contract.nodes.LoginNode;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.nodes.ProbeReport;
import dev.rbee.contract.nodes.ProbedNode;
import dev.rbee.contract.nodes.TestedNode;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.queen.nodes.NodePlan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Machines are looked at, added and logged in to. Thread-safe; blocks, for some seconds usually. */
public final class NodeTasks {
    private static final Logger LOG = LoggerFactory.getLogger(NodeTasks.class);

    private final LinkParts parts;
    private final NodeLinks links;
    private final NodeRemoval removal;
    private final JobStore jobs;

    NodeTasks(LinkParts parts, NodeLinks links, NodeRemoval removal, JobStore jobs) {
        this.parts = parts;
        this.links = links;
        this.removal = removal;
        this.jobs = jobs;
    }

    /** Logs in and looks around; changes and saves nothing. */
    ProbedNode probe(AddNode said) {
        Way way = parts.machines().connector().resolved(NodeFields.way(said));
        String name = said.nodeName() == null ? "new" : NodeFields.name(said.nodeName());
        Node node = NodeFields.node(name, way, said);
        try (TunnelledShell shell =
                parts.machines().connector().connect(way, login(said), said.acceptHostKey(), false)) {
            ProbeReport report = parts.machines().provisioning().probe(shell, parts.plan(node));
            return new ProbedNode(shell.fingerprint(), shell.keyType(), report);
        }
    }

    /** Checks the connection, saves the machine, and begins to bring its hive up where that is wanted. */
    AddedNode add(AddNode said) {
        String name = NodeFields.name(said.nodeName());
        Way way = parts.machines().connector().resolved(NodeFields.way(said));
        Node node = NodeFields.node(name, way, said);
        refuseTaken(name);
        TunnelledShell shell = parts.machines().connector().connect(way, login(said), said.acceptHostKey(), true);
        boolean kept = false;
        try {
            parts.nodes().add(node);
            parts.logins().put(name, login(said), Boolean.TRUE.equals(said.remember()));
            parts.notes().connected(name, parts.clock().instant());
            if (Boolean.FALSE.equals(said.start())) {
                var _ = links.open(node, null);
                return answer(name, "Node \"" + name + "\" is saved.", null);
            }
            NodeLink link = links.open(node, shell);
            kept = true;
            JobInfo job = jobs.create("node.add", "Add machine " + name, context -> added(name, link, context));
            return answer(name, "Node \"" + name + "\" is saved; its hive is being installed.", job.jobId());
        } finally {
            if (!kept) {
                shell.close();
            }
        }
    }

    private HiveInfo added(String name, NodeLink link, JobContext job) throws InterruptedException {
        try {
            link.up(job);
            return parts.hives().get(name);
        } catch (InterruptedException e) {
            takeBack(name, job);
            throw e;
        } catch (ProblemException e) {
            if (job.cancelled()) {
                takeBack(name, job);
            }
            throw e;
        }
    }

    /** Somebody changed their mind: nothing stays behind, there or here. */
    private void takeBack(String name, JobContext job) {
        if (links.closed() || !job.cancelled()) {
            return; // the queen ends, and goes on with it at her next start
        }
        boolean interrupted = Thread.interrupted();
        try {
            var _ = removal.remove(name, true, new Background(name));
        } catch (ProblemException e) {
            LOG.warn("node={} cancelled, but not taken back: {}", name, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Logs in to a saved machine and looks around. */
    TestedNode test(@Nullable String given) {
        String name = NodeFields.name(given);
        Node node = parts.node(name);
        NodePlan plan = parts.plan(node);
        long begin = parts.nanos().getAsLong();
        try (TunnelledShell shell = parts.machines()
                .connector()
                .connect(Way.to(node), parts.logins().of(name), null, false)) {
            long millis = (parts.nanos().getAsLong() - begin) / 1_000_000;
            parts.notes().connected(name, parts.clock().instant());
            ProbeReport report = parts.machines().provisioning().probe(shell, plan);
            String message = "Logged in to " + Way.to(node) + " in " + millis + " ms.";
            return new TestedNode(true, message, name, shell.fingerprint(), shell.keyType(), millis, report);
        }
    }

    /** Tries a login, keeps it when it works, and lets the link go on. */
    AddedNode login(LoginNode said) {
        String name = NodeFields.name(said.nodeName());
        Node node = parts.node(name);
        SshLogin before = parts.logins().of(name);
        SshLogin login = new SshLogin(
                said.password() == null ? before.password() : said.password(),
                said.keyPassphrase() == null ? before.passphrase() : said.keyPassphrase(),
                true);
        parts.machines()
                .connector()
                .connect(Way.to(node), login, said.acceptHostKey(), true)
                .close();
        parts.logins().put(name, login, Boolean.TRUE.equals(said.remember()));
        parts.notes().connected(name, parts.clock().instant());
        if (!"running".equals(node.wanted())) {
            return answer(name, "The login works.", null);
        }
        NodeLink link = links.get(name);
        JobInfo job = jobs.create("hive.start", "start " + name, context -> {
            link.up(context);
            return parts.hives().get(name);
        });
        return answer(name, "The login works; its hive is being started.", job.jobId());
    }

    private void refuseTaken(String name) {
        boolean row = parts.nodes().get(name).isPresent();
        Optional<HiveInfo> hive = parts.hives().find(name);
        if (row || hive.isPresent()) {
            throw ProblemException.of(
                    ProblemCode.ALREADY_EXISTS,
                    "There is a " + (row ? "node" : "hive") + " \"" + name + "\" already.",
                    "Give this one another name, or remove that one.");
        }
    }

    private static SshLogin login(AddNode said) {
        return new SshLogin(said.password(), said.keyPassphrase(), true);
    }

    private static AddedNode answer(String name, String message, @Nullable String job) {
        return new AddedNode(true, message, name, job, job == null ? null : "/v1/jobs/" + job + "/stream");
    }
}
