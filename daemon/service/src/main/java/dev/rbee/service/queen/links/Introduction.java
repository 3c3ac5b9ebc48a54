package dev.rbee.service.queen.links;

import dev.rbee.client.Credential;
import dev.rbee.client.HiveClient;
import dev.rbee.client.Proof;
import dev.rbee.client.Remote;
import dev.rbee.client.ssh.TunnelledShell;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.LinkHive;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.queen.nodes.NodePlan;
import dev.rbee.service.queen.nodes.Provisioning.RunningNode;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a hive behind a tunnel how it and the queen reach each other, and waits for its heartbeat. Blocks. */
final class Introduction {
    private static final Logger LOG = LoggerFactory.getLogger(Introduction.class);
    private static final int TAIL = 30;
    private static final int PROOFS = 4;
    private static final long LONG_NANOS = 3_000_000_000L;

    private final LinkParts parts;
    private final Tunnels tunnels;

    Introduction(LinkParts parts, Tunnels tunnels) {
        this.parts = parts;
        this.tunnels = tunnels;
    }

    /**
     * Throws {@code unreachable} where another program answers, {@code hive_start_failed} with its log where it does not beat.
     *
     * @param seen its last beat before all this; null: none
     */
    void of(
            RunningNode hive,
            NodePlan plan,
            Gateway gateway,
            TunnelledShell shell,
            @Nullable Instant seen,
            JobContext job)
            throws InterruptedException {
        int here = tunnels.to(hive.port(), before(plan.name()));
        Remote remote = remote(plan.name(), here);
        if (!proven(remote, plan.name(), hive)) {
            throw ProblemException.of(
                    ProblemCode.UNREACHABLE,
                    "What answers on port " + hive.port() + " of " + plan.name() + " is not its hive.",
                    "rbee hive logs " + plan.name() + " shows its log.");
        }
        job.progress(0.6, "Waiting for its first heartbeat");
        HiveInfo now = parts.hives().get(plan.name());
        if (beats(now.status()) && Objects.equals(seen, now.lastSeen())) {
            parts.hives().state(plan.name(), HiveState.STARTING, "waiting for its heartbeat");
        }
        new HiveClient(remote).link(new LinkHive(gateway.urlThere(), here));
        LOG.info(
                "node={} pid={} port={} here={} gateway={}",
                plan.name(),
                hive.pid(),
                hive.port(),
                here,
                gateway.urlThere());
        if (!parts.hives()
                .await(plan.name(), Introduction::beats, parts.patience().toMillis())) {
            throw new ProblemException(Problem.of(
                            ProblemCode.HIVE_START_FAILED,
                            "The hive on " + plan.name() + " runs, but no heartbeat of it came within "
                                    + parts.patience().toSeconds() + " s.",
                            "The details hold the end of its log.")
                    .withDetails(log(shell, plan)));
        }
    }

    /** Where the tunnel to this hive was when it was last written down. */
    private @Nullable Integer before(String node) {
        Node saved = parts.node(node);
        return "127.0.0.1".equals(saved.hostname()) ? saved.port() : null;
    }

    /** Whether the hive answers through its tunnel. */
    boolean answers(RunningNode hive, String node) {
        try {
            return proven(remote(node, tunnels.to(hive.port())), node, hive);
        } catch (ProblemException e) {
            return false;
        }
    }

    /** Connections that were kept from before may lead into a tunnel that is gone; each try uses one of them up. */
    private boolean proven(Remote remote, String node, RunningNode hive) {
        long begin = parts.nanos().getAsLong();
        for (int i = 0; i < PROOFS && parts.nanos().getAsLong() - begin < LONG_NANOS; i++) {
            if (Proof.holds(parts.http(), remote.base(), credential(node), hive.port())) {
                return true;
            }
        }
        return false;
    }

    private String log(TunnelledShell shell, NodePlan plan) {
        try {
            return String.join("\n", parts.machines().provisioning().log(shell, plan, TAIL));
        } catch (ProblemException e) {
            return "no log: " + e.problem().message();
        }
    }

    private Remote remote(String node, int here) {
        return new Remote("http://127.0.0.1:" + here, () -> credential(node), parts.http());
    }

    private Credential credential(String node) {
        return Credential.admin(Keys.nodeKey(parts.token(), node));
    }

    private static boolean beats(HiveState state) {
        return switch (state) {
            case ONLINE, DEGRADED, DRAINING -> true;
            case UNKNOWN, STARTING, SUSPECT, OFFLINE, STOPPED, ERROR -> false;
        };
    }
}
