package dev.rbee.service.queen.nodes;

import dev.rbee.client.ssh.RemoteShell;
import dev.rbee.service.jobs.JobContext;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes everything of ours away from a machine. */
final class Remover {
    private static final Logger LOG = LoggerFactory.getLogger(Remover.class);
    private static final Duration GRACE = Duration.ofSeconds(10);
    /** Models can be many and large. */
    private static final Duration DELETING = Duration.ofMinutes(10);

    private final Stopper stopper;

    Remover(Stopper stopper) {
        this.stopper = stopper;
    }

    /** See {@link Provisioning#remove}. */
    List<String> remove(RemoteShell shell, NodePlan plan, JobContext job) {
        Site site = Site.look(shell, plan).mine(plan);
        if (site.node() == null) {
            return List.of();
        }
        job.progress(0.1, "Stopping the hive");
        stopper.stop(shell, plan, GRACE);
        job.progress(0.5, "Removing rbee");
        List<String> left = removeFiles(shell, plan, site.path());
        LOG.info("node={} path={} removed left={}", plan.name(), site.path(), left);
        return left;
    }

    /** The files alone; no process may use them. Returns what is left. */
    static List<String> removeFiles(RemoteShell shell, NodePlan plan, String path) {
        return Installer.ask(shell, "remove", DELETING, path, plan.name(), plan.owner())
                .all("left")
                .toList();
    }
}
