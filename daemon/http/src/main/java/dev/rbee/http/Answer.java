package dev.rbee.http;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ErrorEnvelope;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;

/** Whole answers. */
final class Answer {
    static final String JSON = "application/json";

    private Answer() {}

    static void json(ServerResponse response, boolean head, int status, Object value) {
        bytes(response, head, status, JSON, Json.bytes(value));
    }

    static void problem(ServerResponse response, boolean head, Problem problem) {
        if (problem.code() == ProblemCode.INVALID_API_KEY) {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        json(response, head, problem.code().status(), ErrorEnvelope.of(problem));
    }

    /** A body, or only its head for HEAD. */
    static void bytes(ServerResponse response, boolean head, int status, String contentType, byte[] body) {
        response.status(Status.create(status));
        response.header(HeaderNames.CONTENT_TYPE, contentType);
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
        if (head) {
            response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
            response.send();
        } else {
            response.send(body);
        }
    }

    static void lastOfConnection(ServerResponse response) {
        response.header(HeaderValues.CONNECTION_CLOSE);
    }
}
