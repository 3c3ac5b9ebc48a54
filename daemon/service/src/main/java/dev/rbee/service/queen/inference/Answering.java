package dev.rbee.service.queen.inference;

import dev.rbee.contract.auth.Headers;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.ClientGone;
import dev.rbee.service.queen.routing.RouteRequest;
import dev.rbee.service.queen.workers.Lease;
import dev.rbee.service.queen.workers.Slots;
import dev.rbee.service.queen.workers.WorkerLists;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers one request: a slot, a try, and what follows from a failed try. Nothing delivered: elsewhere. Delivered but no text
 * came: once elsewhere, unseen by the caller. In the middle of the answer: once elsewhere, from where it broke off, or an explicit error where
 * that cannot be.
 */
final class Answering {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final int TRIES = 6;
    private static final int RERUNS = 1;

    private final Dispatcher dispatcher;
    private final Slots slots;
    private final WorkerLists workers;
    private final Attempt attempt;
    private final Warmth warmth;
    private final LongSupplier nanos;
    private final RetryBudget budget = new RetryBudget();

    Answering(
            Dispatcher dispatcher,
            Slots slots,
            WorkerLists workers,
            Attempt attempt,
            Warmth warmth,
            LongSupplier nanos) {
        this.dispatcher = dispatcher;
        this.slots = slots;
        this.workers = workers;
        this.attempt = attempt;
        this.warmth = warmth;
        this.nanos = nanos;
    }

    /** Blocks until the caller has its answer. Throws {@link ProblemException} where the answer is an error with a status. */
    void run(Question asked, ClientSide client, Account account) throws ClientGone, InterruptedException {
        Question question = asked;
        Problem broke = null;
        budget.earn();
        RouteRequest request = RouteRequest.of(question.model())
                .on(question.node())
                .to(question.worker())
                .warmAt(warmth.of(question))
                .needing(Needs.of(question));
        Failed failed = new Failed(workers);
        int reruns = 0;
        while (true) {
            long since = nanos.getAsLong();
            account.waits();
            Ticket ticket = next(question, request, failed, client, broke);
            try (Lease lease = ticket.lease()) {
                account.tries(ticket, nanos.getAsLong() - since);
                headers(client, question, ticket, account);
                Outcome outcome = attempt.run(question, lease, client);
                switch (outcome) {
                    case Outcome.Answered answered -> {
                        answered(question, lease, answered, account);
                        return;
                    }
                    case Outcome.Left left -> {
                        account.left(left.measured());
                        throw new ClientGone("the caller left");
                    }
                    case Outcome.Busy busy -> {
                        LOG.debug("request={} worker={} full: {}", question.id(), lease.workerId(), busy.why());
                        slots.full(lease.workerId());
                        account.refused();
                    }
                    case Outcome.Lost lost -> {
                        boolean out = lost(question, lease, lost, failed);
                        reruns += lost.delivered() ? 1 : 0;
                        boolean broken = lost.answering() && lost.said() == null;
                        boolean spent = lost.delivered() && (reruns > RERUNS || !budget.spend());
                        if (broken || spent || (out && question.worker() != null)) {
                            account.failed(lost.problem().code(), lost.measured());
                            client.fail(lost.problem());
                            return;
                        }
                        checkTries(account, lost.problem().message());
                        if (lost.answering()) {
                            question = behind(question, lost, account, client);
                            request = request.needing(Needs.of(question));
                            broke = lost.problem();
                        }
                    }
                }
            }
        }
    }

    /** A slot; where an answer broke off and nobody can go on with it, that is what the caller has to know. */
    private Ticket next(
            Question question, RouteRequest request, Failed failed, ClientSide client, @Nullable Problem broke)
            throws ClientGone, InterruptedException {
        try {
            return dispatcher.acquire(question, request, failed, client);
        } catch (ProblemException e) {
            throw broke == null ? e : new ProblemException(broke, e);
        }
    }

    /** The caller has the beginning of the answer: the next worker goes on behind it. */
    private static Question behind(Question question, Outcome.Lost lost, Account account, ClientSide client)
            throws ClientGone {
        int tokens = lost.measured().pieces();
        client.comment("the worker was lost after " + tokens + " tokens; another one goes on");
        account.goesOn(lost.measured());
        return question.behind(Objects.requireNonNull(lost.said()), tokens);
    }

    /**
     * Notes that the worker failed. One that fell silent or does not even say how it is is not asked again by this request; one that is
     * well (only a connection broke) may be, where there is no other. Says whether the worker is out.
     */
    private boolean lost(Question question, Lease lease, Outcome.Lost lost, Failed failed) {
        LOG.info(
                "request={} worker={} lost: {} ({})",
                question.id(),
                lease.workerId(),
                lost.problem().message(),
                lost.problem().details());
        slots.suspect(lease.workerId(), lost.problem().message());
        boolean out = lost.answering() || lost.silent() || !attempt.isWell(lease);
        if (out) {
            failed.add(lease);
        }
        return out;
    }

    private void answered(Question question, Lease lease, Outcome.Answered answered, Account account) {
        Measured measured = answered.measured();
        Long made = measured.madeNanos();
        lease.answered(measured.pieces(), made == null ? measured.lastNanos() - measured.firstNanos() : made);
        dispatcher.served(question.model(), nanos.getAsLong() - account.askedNanos());
        if (answered.code() == null) {
            warmth.remember(question, lease.workerId());
        } else if (answered.code().equals(ProblemCode.WORKER_FAILED.wire())
                || answered.code().equals(ProblemCode.ENDPOINT_FAILED.wire())) {
            slots.failed(lease.workerId());
        }
        account.answered(measured, answered.code());
    }

    private static void headers(ClientSide client, Question question, Ticket ticket, Account account) {
        client.header(Headers.REQUEST_ID, question.id());
        client.header(Headers.WORKER, ticket.lease().workerId());
        client.header(Headers.HIVE, ticket.lease().node());
        client.header(Headers.ROUTE, ticket.plan().words());
        client.header(Headers.QUEUE_MS, Long.toString(account.queueMs()));
    }

    private static void checkTries(Account account, String why) {
        if (account.attempts() >= TRIES) {
            throw new ProblemException(Problem.of(
                    ProblemCode.NO_WORKER, "No worker took the request; the last one: " + why, "Try again later."));
        }
    }
}
