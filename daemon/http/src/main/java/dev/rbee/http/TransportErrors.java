package dev.rbee.http;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ErrorEnvelope;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import org.jspecify.annotations.Nullable;

/** The envelope for what Helidon refuses before there is a request: bad request lines, huge headers, bad chunks. */
final class TransportErrors {
    private TransportErrors() {}

    static DirectHandlers handlers() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, TransportErrors::answer);
        }
        return handlers.build();
    }

    private static DirectHandler.TransportResponse answer(
            DirectHandler.TransportRequest request,
            EventType type,
            Status status,
            ServerResponseHeaders headers,
            @Nullable String message) {
        if (Link.CURRENT.isBound()) {
            Link.CURRENT.get().linger();
        }
        Problem problem = problem(status.code(), message == null ? "" : message);
        return DirectHandler.TransportResponse.builder()
                .status(Status.create(problem.code().status()))
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .entity(Json.bytes(ErrorEnvelope.of(problem)))
                .keepAlive(false)
                .build();
    }

    /** What a status and message of Helidon's mean. */
    static Problem problem(int status, String message) {
        return switch (status) {
            case 413 ->
                Problem.of(ProblemCode.BODY_TOO_LARGE, "The body is larger than this server takes.", "Send less.");
            case 414, 431 -> headersTooLarge();
            case 503 -> Problem.of(ProblemCode.RATE_LIMITED, "Too many requests at a time.", "Try again in a moment.");
            case 500 -> Problem.of(ProblemCode.INTERNAL_ERROR, "Something went wrong inside rbee.", "See the log.");
            default ->
                message.startsWith("Header size exceeded")
                        ? headersTooLarge()
                        : Problem.of(
                                ProblemCode.MALFORMED_REQUEST,
                                "This is not a request in HTTP/1.1 as it should be.",
                                "Check the request line, the headers and the length of the body.");
        };
    }

    private static Problem headersTooLarge() {
        return Problem.of(
                ProblemCode.HEADERS_TOO_LARGE,
                "The address or the headers are longer than this server takes.",
                "Send shorter ones.");
    }
}
