package dev.rbee.service.queen.inference;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.requests.RequestEntry;
import org.jspecify.annotations.Nullable;

/** What is written down of one request. Belongs to the request's thread. */
final class Account {
    private static final long MILLI = 1_000_000L;

    private final Question question;
    private @Nullable String worker;
    private @Nullable String hive;
    private @Nullable String route;
    private int attempts;
    private long queuedNanos;
    private long askedNanos;
    private Measured beginning = Measured.NOTHING;
    private Measured measured = Measured.NOTHING;
    private String outcome = "error";
    private @Nullable String code = ProblemCode.INTERNAL_ERROR.wire();

    Account(Question question) {
        this.question = question;
    }

    void tries(Ticket ticket, long waitedNanos) {
        attempts++;
        queuedNanos += waitedNanos;
        askedNanos = question.arrivedNanos() + queuedNanos;
        worker = ticket.lease().workerId();
        hive = ticket.lease().node();
        route = ticket.plan().words();
    }

    /** The worker was lost after that much; another one goes on. */
    void goesOn(Measured seen) {
        beginning = seen;
    }

    /** That try does not count: the worker was full. */
    void refused() {
        attempts--;
    }

    void answered(Measured seen, @Nullable String problem) {
        measured = seen.behind(beginning);
        code = problem;
        outcome = problem == null ? "ok" : "error";
    }

    void left(Measured seen) {
        measured = seen.behind(beginning);
        outcome = "cancelled";
        code = ProblemCode.CANCELLED.wire();
    }

    /** The caller left before anything was measured. */
    void leftEarly() {
        if (!outcome.equals("cancelled")) {
            left(measured);
        }
    }

    void failed(ProblemCode problem, Measured seen) {
        measured = seen.behind(beginning);
        outcome = "error";
        code = problem.wire();
    }

    boolean well() {
        return !outcome.equals("error");
    }

    int attempts() {
        return attempts;
    }

    long queueMs() {
        return queuedNanos / MILLI;
    }

    /** About when the worker was asked, monotonic. */
    long askedNanos() {
        return askedNanos;
    }

    RequestEntry entry(long now) {
        boolean seen = measured.firstNanos() != 0;
        Integer tokens = measured.completionTokens();
        return new RequestEntry(
                0,
                question.id(),
                question.arrived(),
                question.kind().label(),
                question.model(),
                worker,
                hive,
                question.caller(),
                outcome,
                code,
                route,
                question.stream(),
                attempts,
                queueMs(),
                seen ? (measured.firstNanos() - question.arrivedNanos()) / MILLI : null,
                (now - question.arrivedNanos()) / MILLI,
                measured.promptTokens(),
                tokens == null && measured.pieces() > 0 ? Integer.valueOf(measured.pieces()) : tokens);
    }
}
