package dev.rbee.service.queen.inference;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.requests.RequestEntry;
import org.jspecify.annotations.Nullable;

/** What is written down of one request. Belongs to the request's thread; {@link #soFar} may be asked from any. */
final class Account {
    private static final long MILLI = 1_000_000L;

    private final Question question;
    private volatile Placed placed = new Placed(null, null, null, 0, 0, false);
    private long askedNanos;
    private Measured beginning = Measured.NOTHING;
    private Measured measured = Measured.NOTHING;
    private String outcome = "error";
    private @Nullable String code = ProblemCode.INTERNAL_ERROR.wire();

    /** Where it is, or was last. */
    private record Placed(
            @Nullable String worker,
            @Nullable String hive,
            @Nullable String route,
            int attempts,
            long queuedNanos,
            boolean running) {
        Placed with(int tries, boolean runs) {
            return new Placed(worker, hive, route, tries, queuedNanos, runs);
        }
    }

    Account(Question question) {
        this.question = question;
    }

    void tries(Ticket ticket, long waitedNanos) {
        Placed before = placed;
        long queued = before.queuedNanos + waitedNanos;
        askedNanos = question.arrivedNanos() + queued;
        placed = new Placed(
                ticket.lease().workerId(),
                ticket.lease().node(),
                ticket.plan().words(),
                before.attempts + 1,
                queued,
                true);
    }

    /** It is in line for a slot, maybe again. */
    void waits() {
        placed = placed.with(placed.attempts, false);
    }

    /** The worker was lost after that much; another one goes on. */
    void goesOn(Measured seen) {
        beginning = seen;
    }

    /** That try does not count: the worker was full. */
    void refused() {
        placed = placed.with(placed.attempts - 1, false);
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
        return placed.attempts;
    }

    long queueMs() {
        return placed.queuedNanos / MILLI;
    }

    /** About when the worker was asked, monotonic. */
    long askedNanos() {
        return askedNanos;
    }

    /** How it stands while it has not ended. */
    RequestEntry soFar(ClientSide client, long now) {
        Placed at = placed;
        long first = client.firstNanos();
        int place = client.position();
        return new RequestEntry(
                0,
                question.id(),
                question.arrived(),
                question.kind().label(),
                question.model(),
                at.worker,
                at.hive,
                question.caller(),
                at.running ? "running" : "waiting",
                null,
                at.route,
                question.stream(),
                at.attempts,
                at.running ? Long.valueOf(at.queuedNanos / MILLI) : null,
                first == 0 ? null : Long.valueOf((first - question.arrivedNanos()) / MILLI),
                (now - question.arrivedNanos()) / MILLI,
                null,
                client.texts() == 0 ? null : Integer.valueOf(client.texts()),
                at.running || place == 0 ? null : Integer.valueOf(place),
                at.running ? null : client.doing());
    }

    RequestEntry entry(long now) {
        Placed at = placed;
        boolean seen = measured.firstNanos() != 0;
        Integer tokens = measured.completionTokens();
        return new RequestEntry(
                0,
                question.id(),
                question.arrived(),
                question.kind().label(),
                question.model(),
                at.worker,
                at.hive,
                question.caller(),
                outcome,
                code,
                at.route,
                question.stream(),
                at.attempts,
                queueMs(),
                seen ? (measured.firstNanos() - question.arrivedNanos()) / MILLI : null,
                (now - question.arrivedNanos()) / MILLI,
                measured.promptTokens(),
                tokens == null && measured.pieces() > 0 ? Integer.valueOf(measured.pieces()) : tokens);
    }
}
