package dev.rbee.service.queen.inference;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.http.ClientGone;
import dev.rbee.service.queen.routing.Plan;
import dev.rbee.service.queen.routing.Reason;
import dev.rbee.service.queen.routing.Verdict;
import dev.rbee.service.queen.workers.Lease;
import dev.rbee.service.queen.workers.WorkerLists;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The wait of one request for its slot, on the request's own thread. */
final class Wait {
    private static final long LOOK_NANOS = 1_000_000_000L;
    /** A worker that failed may be replaced by its hive; so long we hope. */
    private static final long HOPE_NANOS = 6_000_000_000L;

    private final Question question;
    private final Failed failed;
    private final Waiter waiter;
    private final WaitingLine line;
    private final WorkerLists workers;
    private final Spawner spawner;
    private final QueueLimits limits;
    private final LongSupplier nanos;
    private final long began;
    private @Nullable CompletableFuture<String> spawning;
    private int spawns;
    private long looked;
    private long movedNanos;

    Wait(
            Question question,
            Failed failed,
            Waiter waiter,
            WaitingLine line,
            WorkerLists workers,
            Spawner spawner,
            QueueLimits limits,
            LongSupplier nanos) {
        this.question = question;
        this.failed = failed;
        this.waiter = waiter;
        this.line = line;
        this.workers = workers;
        this.spawner = spawner;
        this.limits = limits;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.looked = began;
    }

    Ticket forSlot(ClientSide client) throws ClientGone, InterruptedException {
        while (true) {
            Lease lease = waiter.lease();
            Plan plan = waiter.plan();
            if (lease != null && plan != null) {
                return new Ticket(lease, plan);
            }
            client.checkGone();
            long waited = nanos.getAsLong() - began;
            checkDeadline();
            if (plan != null && plan.verdict() == Verdict.NONE) {
                nobody(plan, waited);
            }
            lookAgain(waited);
            if (waiter.lease() == null) {
                int position = line.position(waiter);
                client.waiting(waited, position, line.expected(position), doing());
                waiter.await(LOOK_NANOS);
            }
        }
    }

    /** What is being done for it where a worker is being started. */
    private Optional<Spawner.Doing> doing() {
        CompletableFuture<String> running = spawning;
        return running == null || running.isDone()
                ? Optional.empty()
                : spawner.doing(question.model(), question.node());
    }

    /** Throws when the request, all its tries together, has waited too long. */
    private void checkDeadline() {
        long now = nanos.getAsLong();
        if (doing().filter(Spawner.Doing::moving).isPresent()) {
            movedNanos += now - looked; // a large model on its way is no reason to give up
        }
        looked = now;
        if (now - question.arrivedNanos() - movedNanos > limits.longest().toNanos()) {
            throw ProblemException.of(
                    ProblemCode.WAIT_TIMEOUT,
                    "No worker became free within " + limits.longest().toSeconds() + " s.",
                    "Try again later, or start another worker of this model.");
        }
    }

    /** What may have changed what this request can use. */
    private void lookAgain(long waited) {
        Set<String> still = failed.ids();
        boolean forgiven = !still.equals(waiter.request.not());
        boolean desperate = waited > limits.patience().toNanos() && !waiter.request.desperate();
        if (forgiven) {
            waiter.request = waiter.request.without(still);
        }
        if (desperate) {
            waiter.request = waiter.request.desperately();
        }
        if (forgiven || desperate) {
            line.pump();
        }
    }

    private void nobody(Plan plan, long waited) {
        if (plan.reason() == Reason.UNABLE && !question.continued()) {
            throw Needs.unmet(question.model(), waiter.request.needs());
        }
        if (question.worker() != null) {
            throw pinned(plan.reason(), question.worker());
        }
        CompletableFuture<String> running = spawning;
        if (running != null && !running.isDone()) {
            return;
        }
        if (running != null) {
            checkFailure(running);
        }
        if (!failed.ids().isEmpty()) {
            if (waited > HOPE_NANOS) {
                throw noWorker("The workers of model \"" + question.model() + "\" do not answer.");
            }
            return;
        }
        if (spawns++ > 1) {
            throw noWorker("The worker that was started for model \"" + question.model() + "\" did not stay.");
        }
        Optional<CompletableFuture<String>> started = spawner.ensure(question.model(), question.node());
        if (started.isEmpty()) {
            throw noWorker(
                    draining()
                            ? "The workers of model \"" + question.model() + "\" are draining."
                            : "No worker runs model \"" + question.model() + "\", and no hive could start one.");
        }
        spawning = started.get();
        var _ = started.get().whenComplete((id, failure) -> line.wakeAll());
    }

    private static void checkFailure(CompletableFuture<String> ended) {
        try {
            ended.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw e;
        }
    }

    private boolean draining() {
        return workers.findByModel(question.model()).stream()
                .map(WorkerInfo::state)
                .anyMatch(state -> state == WorkerState.DRAINING);
    }

    private static ProblemException noWorker(String message) {
        return ProblemException.of(
                ProblemCode.NO_WORKER, message, "Start one: rbee worker spawn, or the Workers page.");
    }

    private static ProblemException pinned(Reason reason, String worker) {
        if (reason == Reason.PINNED_DRAINING) {
            return ProblemException.of(
                    ProblemCode.DRAINING, "Worker " + worker + " is draining.", "Ask another worker, or name none.");
        }
        return ProblemException.of(
                ProblemCode.WORKER_NOT_FOUND,
                "Worker " + worker + " is not online.",
                "GET /v1/workers/list names those that are.");
    }

    /** Frees a slot that came too late. After the waiter left the line. */
    void giveBack() {
        Lease lease = waiter.lease();
        if (lease != null) {
            lease.close();
        }
    }
}
