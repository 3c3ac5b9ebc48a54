package dev.rbee.service.queen.nodes;

import dev.rbee.client.ssh.RemoteShell;
import dev.rbee.contract.nodes.ProbeReport;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is done on another machine's disk and to its processes. Each method looks first and does only what is missing, so it can be
 * repeated after any interruption. Stateless, thread-safe for different machines; blocks. Throws {@link ProblemException}.
 */
public interface Provisioning {
    /** Looks around and changes nothing. */
    ProbeReport probe(RemoteShell shell, NodePlan plan);

    /**
     * Puts this version there and points {@code current} at it; returns the version that {@code current} pointed at before. Throws
     * {@code node_unsuitable}, {@code node_occupied}, {@code storage_full}, {@code install_failed}, {@code cancelled}.
     */
    Optional<String> install(RemoteShell shell, NodePlan plan, JobContext job);

    /** The version {@code current} points at there; empty where none is installed. */
    Optional<String> installed(RemoteShell shell, NodePlan plan);

    /** True where the installed version is not the one that {@link #install} would put there and is older. */
    boolean outdated(RemoteShell shell, NodePlan plan);

    /** Points {@code current} at a version that is still there. */
    void rollBack(RemoteShell shell, NodePlan plan, String version);

    /**
     * Starts the hive detached and returns when its process says that it serves. A hive that runs already is returned. Throws
     * {@code hive_start_failed} with the tail of its log.
     *
     * @param gatewayPort where registry and queen answer on the loopback there
     */
    RunningNode start(RemoteShell shell, NodePlan plan, int gatewayPort, JobContext job);

    /** The hive that runs there. */
    Optional<RunningNode> running(RemoteShell shell, NodePlan plan);

    /** Ends the hive: asks it, waits {@code grace}, then kills it and its workers; returns when no process of ours is left. */
    void stop(RemoteShell shell, NodePlan plan, Duration grace);

    /** The last lines of the hive's log. */
    List<String> log(RemoteShell shell, NodePlan plan, int lines);

    /** Stops the hive and takes away everything we put there; returns what is left of it, which is nothing when all went well. */
    List<String> remove(RemoteShell shell, NodePlan plan, JobContext job);

    /**
     * A hive that runs there.
     *
     * @param port of the loopback there
     * @param version of the bundle it runs from
     */
    record RunningNode(long pid, int port, String version) {}
}
