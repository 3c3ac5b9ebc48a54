package dev.rbee.product;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Plain HTTP as somebody from outside would speak it: nothing of rbee's own clients. */
public final class Api {
    private static final OkHttpClient CLIENT =
            new OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build();

    private final String base;
    private final String token;

    /** Calls of the server at this address with this token. */
    public Api(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** An answer: status and text. */
    public record Answer(int status, String text, okhttp3.Headers headers) {
        /** The text as JSON. */
        public JsonNode json() {
            return Json.tree(text.getBytes(StandardCharsets.UTF_8));
        }

        /** The code in the error envelope; empty where there is none. */
        public String code() {
            return json().path("error").path("code").asText();
        }
    }

    /** Any call; the body may be null. Blocks. */
    public Answer call(String method, String path, @org.jspecify.annotations.Nullable String body) {
        try (Response response = open(method, path, body)) {
            return new Answer(response.code(), response.body().string(), response.headers());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(method + " " + base + path, e);
        }
    }

    /** The open response, for streams; to be closed by the caller. */
    public Response open(String method, String path, @org.jspecify.annotations.Nullable String body)
            throws IOException {
        RequestBody content = body == null
                ? (method.equals("POST") || method.equals("PUT") ? RequestBody.create(new byte[0], null) : null)
                : RequestBody.create(body, MediaType.get("application/json"));
        Request.Builder request = new Request.Builder().url(base + path).method(method, content);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.newCall(request.build()).execute();
    }

    /** GET that must answer 200. */
    public JsonNode get(String path) {
        Answer answer = call("GET", path, null);
        if (answer.status != 200) {
            throw new AssertionError("GET " + path + " answered " + answer.status + ": " + answer.text);
        }
        return answer.json();
    }

    /** POST that must answer 2xx. */
    public JsonNode post(String path, String body) {
        Answer answer = call("POST", path, body);
        if (answer.status / 100 != 2) {
            throw new AssertionError("POST " + path + " answered " + answer.status + ": " + answer.text);
        }
        return answer.json();
    }

    /** Starts a worker and waits for the job's end; gives the job. */
    public JsonNode spawn(String body) {
        String job = post("/v1/workers/spawn", body).path("job_id").asText();
        Answer stream = call("GET", "/v1/jobs/" + job + "/stream", null); // ends with the job
        JsonNode end = get("/v1/jobs/" + job);
        if (!"done".equals(end.path("state").asText())) {
            throw new AssertionError("spawn " + body + " ended " + end + "\n" + stream.text);
        }
        return Objects.requireNonNull(end);
    }
}
