package dev.rbee.worker.llamaserver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.client.Http;
import dev.rbee.client.Reply;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Calls of the child, with the key that only it and this process know. Thread-safe; calls block. */
final class ServerDoor implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    /** Silence a stream bears: a batch of a long prompt on a slow machine. */
    private static final Duration SILENCE = Duration.ofMinutes(30);

    private final Http http = new Http();
    private final String base;
    private final String key;

    ServerDoor(int port, String key) {
        this.base = "http://127.0.0.1:" + port;
        this.key = key;
    }

    /** Whether its model is loaded. Throws what the connection failed of. */
    boolean healthy() {
        return http.call(new Request.Builder()
                                .url(base + "/health")
                                .header("Connection", "close")
                                .build())
                        .status()
                == 200;
    }

    JsonNode get(String path) {
        return tree(http.call(request(path).build()));
    }

    JsonNode post(String path, JsonNode body) {
        return tree(http.callSlow(request(path).post(body(body)).build()));
    }

    /** A call whose answer is a stream of events. */
    Call stream(String path, JsonNode body) {
        return http.stream(request(path).post(body(body)).build(), SILENCE);
    }

    private Request.Builder request(String path) {
        // The server ends kept connections after 100 requests or 5 s, also just when the next one is under way.
        return new Request.Builder()
                .url(base + path)
                .header("Connection", "close")
                .header("Authorization", "Bearer " + key);
    }

    private static RequestBody body(JsonNode body) {
        return RequestBody.create(Json.bytes(body), JSON);
    }

    private static JsonNode tree(Reply reply) {
        if (!reply.ok()) {
            throw new ProblemException(refusal(reply.status(), reply.body()));
        }
        return Json.tree(reply.body());
    }

    /** What its error means, as far as the request caused it. */
    static Problem refusal(int status, byte[] body) {
        JsonNode error;
        try {
            error = Json.tree(body).path("error");
        } catch (ProblemException e) {
            return failed("it answered " + status + " with something else than JSON");
        }
        return refusal(status, error);
    }

    /** The same of the error alone. */
    static Problem refusal(int status, JsonNode error) {
        String said = error.path("message").asText("status " + status);
        if (error.path("type").asText().equals("exceed_context_size_error")) {
            return tooLong(
                    error.path("n_prompt_tokens").asInt(), error.path("n_ctx").asInt());
        }
        if (status == 400) {
            return Problem.of(
                    ProblemCode.UNSUPPORTED_PARAMETER,
                    "The engine refuses the request: " + said + ".",
                    "Change the request; the model's template may not take such messages.");
        }
        return failed(said);
    }

    static Problem tooLong(int tokens, int context) {
        return Problem.of(
                ProblemCode.CONTEXT_LENGTH_EXCEEDED,
                "The prompt has " + tokens + " tokens and needs room for an answer, the context of this worker holds "
                        + context + ".",
                "Shorten the prompt, or start the worker with a larger context.");
    }

    static Problem failed(String why) {
        return Problem.of(
                ProblemCode.WORKER_FAILED,
                "The engine could not answer: " + why + ".",
                "Try again; if it happens again, look at the worker's log.");
    }

    @Override
    public void close() {
        http.close();
    }
}
