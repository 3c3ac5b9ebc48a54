package dev.rbee.contract.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An expected failure: what happened, what to do.
 *
 * @param code what kind
 * @param message what happened, one or two sentences
 * @param param the field it is about
 * @param hint what the user can do; written also when null
 * @param details technical details, a log tail for instance
 */
public record Problem(
        ProblemCode code,
        String message,
        @Nullable String param,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String hint,

        @Nullable String details) {

    /** A problem about nothing in particular. */
    public static Problem of(ProblemCode code, String message, @Nullable String hint) {
        return new Problem(code, message, null, hint, null);
    }

    /** A wrong field of a request. */
    public static Problem field(String param, String message, String hint) {
        return new Problem(ProblemCode.INVALID_FIELD, message, param, hint, null);
    }

    /** A field that is not there. */
    public static Problem missing(String param) {
        return new Problem(
                ProblemCode.MISSING_FIELD,
                "Field \"" + param + "\" is missing.",
                param,
                "Send \"" + param + "\".",
                null);
    }

    /** The same with details. */
    public Problem withDetails(String more) {
        return new Problem(code, message, param, hint, more);
    }
}
