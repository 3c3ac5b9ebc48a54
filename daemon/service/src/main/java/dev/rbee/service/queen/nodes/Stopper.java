package dev.rbee.service.queen.nodes;

import dev.rbee.client.ssh.RemoteShell;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the hive of a machine and everything it started there. */
final class Stopper {
    private static final Logger LOG = LoggerFactory.getLogger(Stopper.class);
    /** For killing, and for a busy machine. */
    private static final Duration MORE = Duration.ofSeconds(60);

    /** See {@link Provisioning#stop}. Throws {@code timeout} where a process cannot be ended. */
    void stop(RemoteShell shell, NodePlan plan, Duration grace) {
        Site site = Site.look(shell, plan);
        if (!site.ownedBy(plan)) {
            return;
        }
        Answer said = Installer.ask(
                shell,
                "stop",
                grace.plus(MORE),
                site.path(),
                plan.name(),
                Long.toString(Math.max(0, grace.toSeconds())));
        List<String> left = said.all("left").toList();
        LOG.info("node={} stopped killed={} left={}", plan.name(), said.text("killed"), left);
        if (!left.isEmpty()) {
            throw new ProblemException(Problem.of(
                    ProblemCode.TIMEOUT,
                    "On " + plan.name() + " these do not end: " + String.join(", ", left) + ".",
                    "Log in there and look at them."));
        }
    }
}
