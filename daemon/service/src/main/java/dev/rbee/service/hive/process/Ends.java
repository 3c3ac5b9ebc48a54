package dev.rbee.service.hive.process;

import dev.rbee.contract.problem.ProblemException;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows when a process ended. Belongs to the supervisor's thread. */
final class Ends {
    private static final Logger LOG = LoggerFactory.getLogger(Ends.class);

    private final SupervisorParts parts;
    private final CrashLedger ledger;
    private final Consumer<Runnable> replies;

    Ends(SupervisorParts parts, CrashLedger ledger, Consumer<Runnable> replies) {
        this.parts = parts;
        this.ledger = ledger;
        this.replies = replies;
    }

    /** Settles the child; the caller starts it again at once on {@link EndRule#PORT_LOST}. */
    EndRule ended(Child child, int exitCode) {
        child.exitCode = exitCode;
        boolean portTaken = child.phase == Phase.STARTING && child.port != 0 && !Ports.free(child.port);
        boolean ownWill = child.phase == Phase.UP && exitCode == 0;
        boolean crash = EndRule.crash(child.phase, ownWill, portTaken, child.portTries);
        return settle(child, ownWill, portTaken, crash, "it ended with exit code " + exitCode + signal(exitCode));
    }

    /** No process came to be: nothing that speaks against its model. */
    void neverStarted(Child child, String why) {
        child.exitCode = null;
        settle(child, false, false, false, why);
    }

    private EndRule settle(Child child, boolean ownWill, boolean portTaken, boolean crash, String why) {
        long now = parts.nanos().getAsLong();
        closeStdin(child);
        boolean quarantined = crash && ledger.crashed(child.plan.model(), now);
        EndRule rule = EndRule.of(child.phase, child.served, ownWill, portTaken, child.portTries, quarantined);
        LOG.info("worker={} model={} state={} end={} then={}", child.id(), child.plan.model(), child.phase, why, rule);
        switch (rule) {
            case STOPPED -> {
                child.enter(Phase.EXITED, Child.NEVER, "stopped");
                gone(child, now, "stopped", false);
            }
            case PORT_LOST -> {
                child.portTries++;
                child.log.add("hive", "port " + child.port + " was taken meanwhile, trying another one");
            }
            case FAILED -> {
                child.enter(Phase.EXITED, Child.NEVER, why);
                gone(child, now, why, false);
            }
            case RESTART -> {
                boolean calm = now - child.startedNanos >= parts.policy().calm().toNanos();
                child.crashesInARow = calm ? 1 : child.crashesInARow + 1;
                Duration wait = parts.policy().delay(child.crashesInARow);
                child.enter(
                        Phase.WAITING, now + wait.toNanos(), why + "; starting again in " + wait.toSeconds() + " s");
                gone(child, now, why, true);
            }
            case QUARANTINE -> {
                child.enter(Phase.QUARANTINED, Child.NEVER, why + "; its model is in quarantine");
                gone(child, now, why, false);
            }
        }
        return rule;
    }

    private void gone(Child child, long now, String why, boolean again) {
        if (!again) {
            child.log.ring().close();
        }
        WorkerEnd end = new WorkerEnd(child.id(), child.plan.model(), why, again);
        replies.accept(() -> parts.ends().accept(end)); // first: who was answered finds that it is known
        replies.accept(child.notSpawned(new ProblemException(Complaints.notStarted(child, why))));
        replies.accept(child.stopped(now));
        if (child.phase == Phase.EXITED) {
            child.log.close();
        }
    }

    private static void closeStdin(Child child) {
        Stops.closeStdin(child);
    }

    private static String signal(int exitCode) {
        return exitCode > 128 && exitCode < 160 ? " (signal " + (exitCode - 128) + ")" : "";
    }
}
