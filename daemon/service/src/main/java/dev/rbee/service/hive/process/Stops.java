package dev.rbee.service.hive.process;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends processes: asked first, then told, then killed. Belongs to the supervisor's thread. */
final class Stops {
    private static final Logger LOG = LoggerFactory.getLogger(Stops.class);

    private final SupervisorParts parts;
    private final CrashLedger ledger;
    private final Consumer<Runnable> replies;

    Stops(SupervisorParts parts, CrashLedger ledger, Consumer<Runnable> replies) {
        this.parts = parts;
        this.ledger = ledger;
        this.replies = replies;
    }

    void stop(Child child, Duration drain) {
        long now = parts.nanos().getAsLong();
        switch (child.phase) {
            case STARTING, LOADING -> terminate(child, "stopping");
            case UP -> drain(child, drain, now);
            case DRAINING -> child.due = Math.min(child.due, now + drain.toNanos());
            case OVERDUE, TERMINATING, KILLING -> LOG.debug("worker={} is being stopped already", child.id());
            case WAITING -> settle(child, now, "stopped while it waited to be started again");
            case QUARANTINED -> {
                ledger.release(child.plan.model());
                settle(child, now, "released from quarantine");
            }
            case EXITED -> {
                child.forgotten = true;
                replies.accept(child.stopped(now));
            }
        }
    }

    private void settle(Child child, long now, String why) {
        child.enter(Phase.EXITED, Child.NEVER, why);
        child.log.close();
        replies.accept(child.notSpawned(stoppedMeanwhile(child)));
        replies.accept(child.stopped(now));
    }

    private void drain(Child child, Duration drain, long now) {
        if (drain.isZero() || drain.isNegative()) {
            terminate(child, "stopping");
            return;
        }
        child.enter(Phase.DRAINING, now + drain.toNanos(), "draining, then stopping");
        WorkerPlan plan = child.plan;
        int port = child.port;
        ChildLog log = child.log;
        Thread.ofVirtual().name("drain-" + plan.workerId()).start(() -> {
            try {
                parts.door().shutdown(plan, port, drain);
            } catch (IOException e) {
                log.add("hive", "cannot be asked to finish: " + e.getMessage());
            }
        });
    }

    /** Closes its stdin, which a worker takes as the order to die, and sends SIGTERM. */
    void terminate(Child child, String why) {
        child.enter(
                Phase.TERMINATING,
                parts.nanos().getAsLong() + parts.timings().terminate().toNanos(),
                why);
        closeStdin(child);
        Launched launched = child.launched;
        if (launched != null) {
            launched.process().destroy();
        }
    }

    void kill(Child child) {
        child.enter(Phase.KILLING, Child.NEVER, "does not end, killing it");
        Launched launched = child.launched;
        if (launched != null) {
            launched.process().destroyForcibly();
        }
    }

    /** It never said that it is ready: its callers are told so at once, then it is killed. */
    void startOverdue(Child child) {
        String why = "it did not serve within " + parts.timings().start().toSeconds() + " s";
        replies.accept(child.notSpawned(new ProblemException(Complaints.notStarted(child, why))));
        child.enter(Phase.OVERDUE, Child.NEVER, why + ", killing it");
        closeStdin(child);
        Launched launched = child.launched;
        if (launched != null) {
            launched.process().destroyForcibly();
        }
    }

    /** At the very end: kills it and answers everybody. */
    void killNow(Child child) {
        if (child.phase.alive()) {
            kill(child);
        }
        long now = parts.nanos().getAsLong();
        if (child.phase != Phase.EXITED) {
            settle(child, now, "the hive ended");
        }
    }

    static void closeStdin(Child child) {
        Launched launched = child.launched;
        if (launched != null) {
            try {
                launched.process().getOutputStream().close();
            } catch (IOException e) {
                LOG.debug("worker={} stdin was closed: {}", child.id(), e.toString());
            }
        }
    }

    private static ProblemException stoppedMeanwhile(Child child) {
        return new ProblemException(Problem.of(
                ProblemCode.SPAWN_FAILED,
                "Worker " + child.id() + " was stopped before it served.",
                "Spawn it again."));
    }
}
