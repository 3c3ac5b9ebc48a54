package dev.rbee.contract.problem;

import org.jspecify.annotations.Nullable;

/** An expected failure on its way to whoever can show it. Carries no stack trace worth logging. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /** Wraps the problem. */
    public ProblemException(Problem problem) {
        super(problem.code().wire() + ": " + problem.message());
        this.problem = problem;
    }

    /** Wraps the problem and what caused it. */
    public ProblemException(Problem problem, Throwable cause) {
        super(problem.code().wire() + ": " + problem.message(), cause);
        this.problem = problem;
    }

    /** A short way for {@code new ProblemException(Problem.of(...))}. */
    public static ProblemException of(ProblemCode code, String message, @Nullable String hint) {
        return new ProblemException(Problem.of(code, message, hint));
    }

    /** What happened. */
    public Problem problem() {
        return problem;
    }
}
