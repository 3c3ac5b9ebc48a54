package dev.rbee.service.queen.links;

import dev.rbee.client.ssh.TunnelledShell;
import dev.rbee.contract.events.FleetProblem;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.nodes.ProbeFinding;
import dev.rbee.contract.nodes.ProbeReport;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.jobs.PartOfJob;
import dev.rbee.service.queen.nodes.NodePlan;
import dev.rbee.service.queen.nodes.Provisioning;
import dev.rbee.service.queen.nodes.Provisioning.RunningNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps from a login to a hive that beats. Each looks first and does what is missing, so that all of them can be repeated after any
 * interruption. One caller at a time; blocks.
 */
final class LinkWork {
    private static final Logger LOG = LoggerFactory.getLogger(LinkWork.class);
    /** For the answers that still run on the old version. */
    private static final Duration GRACE = Duration.ofSeconds(30);
    /** What a new version cannot be blamed for. */
    private static final Set<ProblemCode> NOT_ITS_FAULT =
            Set.of(ProblemCode.CANCELLED, ProblemCode.SSH_UNREACHABLE, ProblemCode.STORAGE_FULL);

    private final LinkParts parts;
    private final String name;
    private final Provisioning machine;
    private final Introduction introduction;
    /** A version that did not come up here is not tried again before somebody asks for it. */
    private boolean newerRefused;

    LinkWork(LinkParts parts, String name, Introduction introduction) {
        this.parts = parts;
        this.name = name;
        this.machine = parts.machines().provisioning();
        this.introduction = introduction;
    }

    /** @param asked install this queen's version whatever is there */
    RunningNode up(TunnelledShell shell, Gateway gateway, JobContext job, boolean asked) throws InterruptedException {
        Node node = parts.node(name);
        NodePlan plan = parts.plan(node);
        Optional<String> installed = machine.installed(shell, plan);
        if (installed.isEmpty()) {
            job.progress(0.05, "Checking the machine");
            learn(machine.probe(shell, plan), node);
        }
        Optional<String> before = Optional.empty();
        boolean newer = installed.isPresent() && !newerRefused && machine.outdated(shell, plan);
        if (asked || newer || installed.isEmpty()) {
            before = machine.install(shell, plan, new PartOfJob(job, 0.1, 0.75));
            parts.notes().bundle(name, machine.installed(shell, plan).orElse(null));
        }
        try {
            return started(shell, plan, gateway, new PartOfJob(job, 0.75, 1));
        } catch (ProblemException e) {
            if (before.isEmpty()
                    || before.equals(machine.installed(shell, plan))
                    || NOT_ITS_FAULT.contains(e.problem().code())) {
                throw e;
            }
            return rolledBack(shell, plan, gateway, job, before.get(), e.problem());
        }
    }

    private RunningNode started(TunnelledShell shell, NodePlan plan, Gateway gateway, JobContext job)
            throws InterruptedException {
        Instant seen = parts.hives().get(name).lastSeen();
        Optional<RunningNode> running = machine.running(shell, plan);
        Optional<String> wanted = machine.installed(shell, plan);
        if (running.isPresent() && !running.map(RunningNode::version).equals(wanted)) {
            job.progress(0.1, "Stopping the hive of version " + running.get().version());
            machine.stop(shell, plan, GRACE);
            running = Optional.empty();
        }
        if (running.isEmpty()) {
            job.progress(0.2, "Starting the hive");
            if (parts.hives().get(name).lastSeen() != null) {
                parts.ended().state(name, HiveState.OFFLINE, "its process ended");
            }
            parts.hives().state(name, HiveState.STARTING, "being started");
        }
        RunningNode hive = machine.start(shell, plan, gateway.portThere(), new PartOfJob(job, 0.2, 0.6));
        introduction.of(hive, plan, gateway, shell, seen, job);
        return hive;
    }

    private RunningNode rolledBack(
            TunnelledShell shell, NodePlan plan, Gateway gateway, JobContext job, String version, Problem why)
            throws InterruptedException {
        LOG.warn("node={} rolls back to version={}: {}", name, version, why.message());
        newerRefused = true;
        job.log("The new version does not come up: " + why.message() + " Going back to " + version + ".");
        machine.stop(shell, plan, Duration.ZERO);
        machine.rollBack(shell, plan, version);
        parts.notes().bundle(name, version);
        RunningNode hive = started(shell, plan, gateway, new PartOfJob(job, 0.8, 1));
        parts.feed()
                .problem(new FleetProblem(
                        "upgrade:" + name,
                        "Version " + version + " runs on " + name + " again; the newer one did not come up: "
                                + why.message(),
                        "rbee hive upgrade " + name + " tries again.",
                        parts.clock().instant(),
                        name));
        return hive;
    }

    /** What is worth keeping of a probe. Throws {@code node_unsuitable} where something speaks against installing. */
    private void learn(ProbeReport report, Node node) {
        boolean gpu = report.gpus().stream().anyMatch(device -> device.driver() != null);
        parts.notes().machine(node.nodeName(), report.mac(), report.broadcast(), gpu);
        if (!report.suitable()) {
            throw ProblemException.of(
                    ProblemCode.NODE_UNSUITABLE,
                    "rbee cannot be installed on " + node.nodeName() + ": " + said(report, ProbeFinding::message),
                    said(report, ProbeFinding::hint));
        }
    }

    private static String said(ProbeReport report, java.util.function.Function<ProbeFinding, ?> what) {
        return report.findings().stream()
                .filter(finding -> finding.level() == ProbeFinding.Level.BLOCKER)
                .map(what)
                .filter(java.util.Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    /** Somebody asks for the newer version again. */
    void forgiveNewer() {
        newerRefused = false;
        parts.feed().problemGone("upgrade:" + name);
    }
}
