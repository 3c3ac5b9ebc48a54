package dev.rbee.service.queen.links;

import dev.rbee.contract.events.FleetProblem;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.problem.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how a machine's link stands: in the list of hives, in the node's row, as a problem of the fleet. */
final class LinkReport {
    private static final Logger LOG = LoggerFactory.getLogger(LinkReport.class);

    private final LinkParts parts;
    private final String name;

    LinkReport(LinkParts parts, String name) {
        this.parts = parts;
        this.name = name;
    }

    /** The first try since the queen's start; later ones leave the state that is known. */
    void trying(Node node) {
        if (hive().status() == HiveState.UNKNOWN) {
            state(HiveState.STARTING, "connecting to " + Way.to(node));
        }
    }

    /** What was wanted was done. */
    void well() {
        parts.feed().problemGone("hive:" + name);
        note(hive().status(), null);
    }

    /** The connection is gone; the hive lives on there, and its silence will tell when that must be doubted. */
    void lost(Node node) {
        LOG.info("node={} connection lost", name);
        parts.hives().unreachable(name, "the connection to " + Way.to(node) + " was lost; it is made again");
    }

    /** It is tried again after {@code wait}. */
    void failed(Problem why, Duration wait, boolean asked) {
        LOG.info("node={} again in={} why=\"{}\"", name, wait, why.message());
        String message = why.message() + " The next try is in " + wait.toSeconds() + " s.";
        if (!asked && hive().online()) {
            parts.hives().unreachable(name, message);
        } else {
            state(asked ? HiveState.ERROR : HiveState.OFFLINE, message);
        }
        note(hive().status(), message);
        problem(message, why);
    }

    /** Nothing more is tried before somebody has done something. */
    void stuck(Problem why) {
        LOG.warn("node={} waits for somebody: {}", name, why.message());
        state(HiveState.ERROR, why.message());
        note(HiveState.ERROR, why.message());
        problem(why.message(), why);
    }

    /** Somebody took back what was asked for. */
    void cancelled() {
        state(HiveState.STOPPED, "its start was cancelled");
        note(HiveState.STOPPED, "its start was cancelled");
    }

    private void problem(String message, Problem why) {
        parts.feed()
                .problem(new FleetProblem(
                        "hive:" + name,
                        "Machine " + name + ": " + message,
                        why.hint(),
                        parts.clock().instant(),
                        name));
    }

    private void state(HiveState state, String why) {
        parts.hives().state(name, state, why);
    }

    private void note(HiveState state, @Nullable String why) {
        parts.notes().status(name, state.wire(), why);
    }

    private HiveInfo hive() {
        return parts.hives().get(name);
    }
}
