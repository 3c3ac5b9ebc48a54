package dev.rbee.service.models.fetch;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A source that did not give what it was asked for. */
final class SourceFault extends IOException {
    private static final long serialVersionUID = 1;

    /** What there is to do about it. */
    enum Kind {
        /** Nothing. */
        FINAL,
        /** To try again after a while. */
        PASSING,
        /** To try again after a while; the server may have too many of our connections. */
        BUSY,
        /** To ask for the address again: signed ones expire. */
        EXPIRED,
        /** To begin anew: it is another file by now. */
        CHANGED
    }

    private final transient Problem problem;
    private final Kind kind;
    private final transient @Nullable Duration retryAfter;

    SourceFault(Kind kind, Problem problem, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(problem.message(), cause);
        this.kind = kind;
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    static SourceFault passing(ProblemCode code, String message, String hint) {
        return new SourceFault(Kind.PASSING, Problem.of(code, message, hint), null, null);
    }

    static SourceFault lost(ProblemCode code, String message, @Nullable String hint) {
        return new SourceFault(Kind.FINAL, Problem.of(code, message, hint), null, null);
    }

    Kind kind() {
        return kind;
    }

    /** The same, with something else to be done about it. */
    SourceFault as(Kind other) {
        return new SourceFault(other, problem, retryAfter, this);
    }

    /** It was refused, by the word of the server. */
    boolean refused() {
        return kind == Kind.FINAL
                && switch (problem.code()) {
                    case SOURCE_FAILED, SOURCE_NOT_FOUND, MODEL_GATED, HUB_UNAUTHORIZED -> true;
                    default -> false;
                };
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    ProblemException problem() {
        return new ProblemException(problem, this);
    }
}
