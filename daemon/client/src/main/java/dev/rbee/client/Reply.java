package dev.rbee.client;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ErrorEnvelope;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.Headers;

/**
 * A whole answer.
 *
 * @param body its bytes; don't change them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
public record Reply(int status, Headers headers, byte[] body) {

    /** 2xx. */
    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Itself where ok; else throws the server's own problem. */
    public Reply orThrow() {
        if (!ok()) {
            throw new ProblemException(problem(status, body));
        }
        return this;
    }

    /** The body as JSON of that type, where ok. */
    public <T> T as(Class<T> type) {
        orThrow();
        return Json.read(body, type);
    }

    /** The body as a JSON array of that type, where ok. */
    public <T> List<T> asList(Class<T> type) {
        orThrow();
        return Json.readList(body, type);
    }

    /** The body as text, where ok. */
    public String text() {
        orThrow();
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The problem in an error's body; a foreign server's error becomes one of ours. */
    static Problem problem(int status, byte[] body) {
        try {
            ErrorEnvelope envelope = Json.read(body, ErrorEnvelope.class);
            if (envelope.error() != null && envelope.error().message() != null) {
                return code(envelope.problem(), status);
            }
        } catch (ProblemException e) {
            // not one of our servers
        }
        return Problem.of(byStatus(status), "The server answered " + status + ".", "Is that an rbee server?");
    }

    private static Problem code(Problem problem, int status) {
        boolean foreign = problem.code() == null || (problem.code() == ProblemCode.INTERNAL_ERROR && status != 500);
        return foreign
                ? new Problem(byStatus(status), problem.message(), problem.param(), problem.hint(), problem.details())
                : problem;
    }

    private static ProblemCode byStatus(int status) {
        return switch (status) {
            case 401 -> ProblemCode.INVALID_API_KEY;
            case 403 -> ProblemCode.FORBIDDEN_SCOPE;
            case 404 -> ProblemCode.ROUTE_NOT_FOUND;
            case 413 -> ProblemCode.BODY_TOO_LARGE;
            case 429 -> ProblemCode.RATE_LIMITED;
            case 503 -> ProblemCode.UNREACHABLE;
            case 400, 422 -> ProblemCode.INVALID_FIELD;
            default -> ProblemCode.INTERNAL_ERROR;
        };
    }
}
