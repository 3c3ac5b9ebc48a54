package dev.rbee.service.queen.nodes;

import dev.rbee.client.ssh.RemoteShell;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.queen.nodes.Provisioning.RunningNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Starts the hive of a machine and waits until it serves. */
final class Starter {
    /** Of some seconds each: a minute and a half in all, for a cold start on a small machine. */
    private static final int ROUNDS = 30;

    private static final int PRIVATE = 0600;
    private static final int TAIL = 40;

    private final Stopper stopper;

    Starter(Stopper stopper) {
        this.stopper = stopper;
    }

    /** See {@link Provisioning#start}. Where it fails or is cancelled, nothing goes on running. */
    RunningNode start(RemoteShell shell, NodePlan plan, int gatewayPort, JobContext job) {
        Site site = Site.look(shell, plan).mine(plan);
        if (site.node() == null || site.current() == null) {
            throw Refusals.of("not_installed", "", site.path());
        }
        if (site.running().isPresent()) {
            RunningNode running = site.running().get();
            configure(shell, plan, site, gatewayPort, running.port());
            return running;
        }
        job.progress(0.1, "Starting the hive");
        String pid = "";
        if (site.hivePid().isEmpty()) {
            configure(shell, plan, site, gatewayPort, site.portFree() ? plan.hivePort() : 0);
            pid = Installer.ask(shell, "start", Site.SHORT, site.path(), plan.name())
                    .text("started");
        }
        try {
            return await(shell, plan, site, pid, job);
        } catch (ProblemException e) {
            if (e.problem().code() != ProblemCode.SSH_UNREACHABLE) {
                Installer.withoutInterrupt(() -> stopper.stop(shell, plan, Duration.ZERO));
            }
            throw e;
        }
    }

    /** Token and settings; read by the hive at its next start, which may be its service manager's doing. */
    private static void configure(RemoteShell shell, NodePlan plan, Site site, int gatewayPort, int hivePort) {
        String home = site.path() + "/home";
        shell.write(home + "/token", (plan.nodeKey() + "\n").getBytes(StandardCharsets.UTF_8), PRIVATE);
        String toml = """
                # Written by the queen of this hive at every start; changes are lost.
                [registry]
                port = %d
                [queen]
                port = %d
                [local_hive]
                name = "%s"
                port = %d
                """.formatted(gatewayPort, gatewayPort, plan.name(), hivePort);
        shell.write(home + "/rbee.toml", toml.getBytes(StandardCharsets.UTF_8), PRIVATE);
    }

    private static RunningNode await(RemoteShell shell, NodePlan plan, Site site, String pid, JobContext job) {
        String last = "starting";
        for (int round = 0; round < ROUNDS && last.equals("starting"); round++) {
            job.checkCancelled();
            Answer said = Installer.ask(shell, "await", Site.SHORT, site.path(), pid);
            last = said.text("hive");
            var running = Site.running(said);
            if (last.equals("serving") && running.isPresent()) {
                return running.get();
            }
        }
        List<String> log = Logs.tail(shell, site.path(), TAIL);
        String line = log.isEmpty() ? "" : " Its log ends with: " + log.getLast();
        throw new ProblemException(Problem.of(
                        ProblemCode.HIVE_START_FAILED,
                        (last.equals("ended")
                                        ? "The hive on " + plan.name() + " ended while it started."
                                        : "The hive on " + plan.name() + " did not come up in time.")
                                + line,
                        "Look at the details; its whole log is " + site.path() + "/home/logs/hive.log there.")
                .withDetails(String.join("\n", log)));
    }
}
