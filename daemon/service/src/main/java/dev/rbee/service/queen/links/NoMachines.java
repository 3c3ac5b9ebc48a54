package dev.rbee.service.queen.links;

import dev.rbee.client.ssh.RemoteShell;
import dev.rbee.client.ssh.SshLogin;
import dev.rbee.client.ssh.TunnelledShell;
import dev.rbee.contract.nodes.ProbeReport;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.queen.nodes.NodePlan;
import dev.rbee.service.queen.nodes.Provisioning;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way of a queen that reaches no other machine. */
enum NoMachines implements Connector, Provisioning {
    /** The one. */
    NONE;

    @Override
    public Way resolved(Way way) {
        return way;
    }

    @Override
    public TunnelledShell connect(Way way, SshLogin login, @Nullable String accept, boolean remember) {
        throw no();
    }

    @Override
    public ProbeReport probe(RemoteShell shell, NodePlan plan) {
        throw no();
    }

    @Override
    public Optional<String> install(RemoteShell shell, NodePlan plan, JobContext job) {
        throw no();
    }

    @Override
    public Optional<String> installed(RemoteShell shell, NodePlan plan) {
        throw no();
    }

    @Override
    public boolean outdated(RemoteShell shell, NodePlan plan) {
        throw no();
    }

    @Override
    public void rollBack(RemoteShell shell, NodePlan plan, String version) {
        throw no();
    }

    @Override
    public RunningNode start(RemoteShell shell, NodePlan plan, int gatewayPort, JobContext job) {
        throw no();
    }

    @Override
    public Optional<RunningNode> running(RemoteShell shell, NodePlan plan) {
        throw no();
    }

    @Override
    public void stop(RemoteShell shell, NodePlan plan, Duration grace) {
        throw no();
    }

    @Override
    public List<String> log(RemoteShell shell, NodePlan plan, int lines) {
        throw no();
    }

    @Override
    public List<String> remove(RemoteShell shell, NodePlan plan, JobContext job) {
        throw no();
    }

    private static ProblemException no() {
        return ProblemException.of(ProblemCode.SSH_UNREACHABLE, "This queen reaches no other machines.", null);
    }
}
