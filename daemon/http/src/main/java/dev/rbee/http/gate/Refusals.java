package dev.rbee.http.gate;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;

/** The refusals of every gate. */
public final class Refusals {
    private Refusals() {}

    /** 401: no key, or a wrong one. Says nothing about which keys there are. */
    public static ProblemException key(boolean presented) {
        return ProblemException.of(
                ProblemCode.INVALID_API_KEY,
                presented ? "Incorrect API key provided." : "You didn't provide an API key.",
                "Send \"Authorization: Bearer <token>\"; rbee token prints the local token.");
    }

    /** 403: a good key, for other things. */
    public static ProblemException scope() {
        return ProblemException.of(
                ProblemCode.FORBIDDEN_SCOPE,
                "This key does not open this route.",
                "Use the administrator's token: rbee token prints it.");
    }
}
