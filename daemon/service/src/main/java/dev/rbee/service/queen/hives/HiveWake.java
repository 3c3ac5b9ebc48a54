package dev.rbee.service.queen.hives;

import dev.rbee.client.wake.MagicPacket;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.queen.store.Nodes;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Wakes machines that sleep, by Wake-on-LAN, and brings their hives back. Thread-safe; blocks. */
public final class HiveWake {
    private static final long READY_MS = 30_000;

    private final HiveRegistry hives;
    private final Function<String, Optional<HiveControl>> controls;
    private final Nodes nodes;
    private final Function<@Nullable String, List<InetSocketAddress>> targets;
    private final Duration patience;
    private final Duration pause;
    private final LongSupplier nanos;

    /**
     * Over those parts.
     *
     * @param controls of machines reached over SSH, by hive
     * @param targets where packets go, of the broadcast address that is known or null
     * @param patience how long a machine may take to wake up; servers take minutes
     * @param pause between two packets
     */
    public HiveWake(
            HiveRegistry hives,
            Function<String, Optional<HiveControl>> controls,
            Nodes nodes,
            Function<@Nullable String, List<InetSocketAddress>> targets,
            Duration patience,
            Duration pause,
            LongSupplier nanos) {
        this.hives = hives;
        this.controls = controls;
        this.nodes = nodes;
        this.targets = targets;
        this.patience = patience;
        this.pause = pause;
        this.nanos = nanos;
    }

    /** The packet for that machine. Throws {@code hive_not_found}, and {@code wake_impossible} where its hardware address is not known. */
    public MagicPacket packet(String id) {
        var _ = hives.get(id);
        String mac = nodes.get(id).map(Node::mac).orElse(null);
        if (mac == null) {
            throw ProblemException.of(
                    ProblemCode.WAKE_IMPOSSIBLE,
                    "The hardware address of machine " + id + " is not known, so it cannot be woken.",
                    "It is learnt when a machine is added over SSH, or given as mac = \"…\" of its [[hive]] in rbee.toml.");
        }
        return MagicPacket.to(mac);
    }

    /** Sends packets until the machine answers, then starts its hive; returns when that beats. At once where it does already. */
    public HiveInfo wake(String id, JobContext job) throws InterruptedException {
        MagicPacket packet = packet(id);
        if (beats(hives.get(id).status())) {
            return hives.get(id);
        }
        String broadcast = nodes.get(id).map(Node::broadcast).orElse(null);
        long began = nanos.getAsLong();
        for (int tries = 1; !tried(id, packet, targets.apply(broadcast), tries, job); tries++) {
            if (nanos.getAsLong() - began > patience.toNanos()) {
                String why = "Machine " + id + " did not wake up within " + patience.toSeconds() + " s.";
                hives.state(id, HiveState.OFFLINE, why);
                throw ProblemException.of(
                        ProblemCode.TIMEOUT,
                        why,
                        "Wake-on-LAN has to be on in its firmware and for its network card (ethtool -s eth0 wol g), and the"
                                + " packet must reach its network.");
            }
            job.checkCancelled();
        }
        job.progress(0.9, "Waiting for its first heartbeat");
        if (!hives.await(id, HiveWake::beats, READY_MS)) {
            throw ProblemException.of(
                    ProblemCode.TIMEOUT,
                    "Machine " + id + " is awake, but its hive has not registered within " + READY_MS / 1000 + " s.",
                    "Its log says more: rbee hive logs " + id);
        }
        return hives.get(id);
    }

    /** True where the hive runs then. */
    private boolean tried(String id, MagicPacket packet, List<InetSocketAddress> to, int tries, JobContext job)
            throws InterruptedException {
        hives.state(id, HiveState.STARTING, "being woken");
        job.progress(Math.min(0.8, 0.1 * tries), "Waking " + packet + (tries == 1 ? "" : ", try " + tries));
        packet.send(to);
        Optional<HiveControl> control = controls.apply(id);
        if (control.isEmpty()) {
            return hives.await(id, HiveWake::beats, pause.toMillis()); // it comes by itself, if at all
        }
        try {
            control.get().start(job);
            return true;
        } catch (ProblemException e) {
            if (!asleep(e.problem().code())) {
                throw e;
            }
            return hives.await(id, HiveWake::beats, pause.toMillis());
        }
    }

    private static boolean asleep(ProblemCode code) {
        return code == ProblemCode.SSH_UNREACHABLE || code == ProblemCode.UNREACHABLE || code == ProblemCode.TIMEOUT;
    }

    private static boolean beats(HiveState state) {
        return switch (state) {
            case ONLINE, DEGRADED, DRAINING -> true;
            case UNKNOWN, STARTING, SUSPECT, OFFLINE, STOPPED, ERROR -> false;
        };
    }
}
