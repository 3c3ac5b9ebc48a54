package dev.rbee.contract.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The one form of errors on every route: OpenAI's, with rbee's codes (design section 4). */
public record ErrorEnvelope(Body error) {
    /** The error itself; {@code param} (as OpenAI does) and {@code hint} are written also when null. */
    public record Body(
            ProblemCode code,
            String type,
            String message,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String param,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String hint,

            @Nullable String details) {}

    /** The envelope of a problem. */
    public static ErrorEnvelope of(Problem problem) {
        ProblemCode code = problem.code();
        return new ErrorEnvelope(
                new Body(code, code.type(), problem.message(), problem.param(), problem.hint(), problem.details()));
    }

    /** The problem in this envelope. */
    public Problem problem() {
        return new Problem(error.code(), error.message(), error.param(), error.hint(), error.details());
    }
}
