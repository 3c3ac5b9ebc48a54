package dev.rbee.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake gets the envelope, the right status, and words that help. */
class BadInputIT {
    @TempDir
    static Path temp;

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = new Sandbox(temp);
        Running.start(sandbox, "--daemon").awaitLine(line -> line.startsWith("ready "), Duration.ofSeconds(60));
        sandbox.api("QUEEN").spawn("{\"model\":\"demo\"}");
    }

    @AfterAll
    static void end() {
        sandbox.close();
    }

    private record Mistake(
            String method, String path, @Nullable String body, int status, String code, String mentions) {}

    private static final String USER = "\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]";

    private static final Mistake[] AT_THE_QUEEN = {
        new Mistake("GET", "/v1/nothing", null, 404, "route_not_found", "/v1/nothing"),
        new Mistake("GET", "/v1/infer", null, 405, "method_not_allowed", "POST"),
        new Mistake("DELETE", "/v1/workers/list", null, 405, "method_not_allowed", "GET"),
        new Mistake("POST", "/v1/workers/update", "{not json", 400, "invalid_json", "JSON"),
        new Mistake("POST", "/v1/workers/update", "", 400, "invalid_json", "body"),
        new Mistake("POST", "/v1/workers/update", "[1]", 400, "invalid_json", "object"),
        new Mistake("POST", "/v1/workers/update", "{\"state\":\"idle\"}", 400, "missing_field", "worker_id"),
        new Mistake(
                "POST",
                "/v1/workers/update",
                "{\"worker_id\":\"w\",\"state\":\"asleep\"}",
                400,
                "invalid_field",
                "idle"),
        new Mistake(
                "POST",
                "/v1/workers/update",
                "{\"worker_id\":\"w-none\",\"state\":\"idle\"}",
                404,
                "worker_not_found",
                "w-none"),
        new Mistake("POST", "/v1/workers/ready", "{\"worker_id\":\"w\"}", 400, "missing_field", "url"),
        new Mistake(
                "POST",
                "/v1/workers/ready",
                "{\"worker_id\":5,\"slots_total\":\"x\"}",
                400,
                "invalid_field",
                "slots_total"),
        new Mistake("POST", "/v1/worker-heartbeat", "{}", 400, "missing_field", "worker"),
        new Mistake("GET", "/v1/workers/w-none", null, 404, "worker_not_found", "w-none"),
        new Mistake("POST", "/v1/workers/w-none/drain", "", 404, "worker_not_found", "w-none"),
        new Mistake("GET", "/v1/hives/h-none", null, 404, "hive_not_found", "h-none"),
        new Mistake("GET", "/v1/jobs/j-none", null, 404, "job_not_found", "j-none"),
        new Mistake("POST", "/v1/workers/spawn", "{}", 400, "missing_field", "model"),
        new Mistake(
                "POST",
                "/v1/workers/spawn",
                "{\"model\":\"demo\",\"hive\":\"h-none\"}",
                404,
                "hive_not_found",
                "h-none"),
        new Mistake("POST", "/v1/workers/spawn", "{\"model\":\"m-none\"}", 404, "model_not_found", "m-none"),
        new Mistake("POST", "/v1/workers/spawn", "{\"model\":\"demo\",\"slots\":-1}", 400, "invalid_field", "slots"),
        new Mistake("POST", "/v1/chat/completions", "{" + USER + "}", 400, "missing_field", "model"),
        new Mistake(
                "POST",
                "/v1/chat/completions",
                "{\"model\":\"m-none\"," + USER + "}",
                404,
                "model_not_found",
                "m-none"),
        new Mistake("POST", "/v1/chat/completions", "{\"model\":\"demo\"}", 400, "missing_field", "messages"),
        new Mistake(
                "POST",
                "/v1/chat/completions",
                "{\"model\":\"demo\",\"messages\":[]}",
                400,
                "invalid_field",
                "messages"),
        new Mistake(
                "POST",
                "/v1/chat/completions",
                "{\"model\":\"demo\",\"temperature\":9," + USER + "}",
                400,
                "invalid_field",
                "temperature"),
        new Mistake(
                "POST",
                "/v1/chat/completions",
                "{\"model\":\"demo\",\"logprobs\":true," + USER + "}",
                400,
                "unsupported_parameter",
                "logprobs"),
        new Mistake(
                "POST",
                "/v1/chat/completions",
                "{\"model\":\"demo\",\"grammar\":\"root ::= nothing\"," + USER + "}",
                400,
                "invalid_grammar",
                "nothing"),
        new Mistake(
                "POST",
                "/v1/embeddings",
                "{\"model\":\"demo\",\"input\":\"x\"}",
                400,
                "embeddings_unsupported",
                "embedding"),
        new Mistake("POST", "/v1/infer", "{\"model\":\"demo\"}", 400, "missing_field", "prompt"),
        new Mistake(
                "POST",
                "/v1/infer",
                "{\"model\":\"demo\",\"prompt\":\"x\",\"node\":\"h-none\"}",
                404,
                "hive_not_found",
                "h-none"),
        new Mistake(
                "POST",
                "/v1/infer",
                "{\"model\":\"demo\",\"prompt\":\"x\",\"max_tokens\":0}",
                400,
                "invalid_field",
                "max_tokens"),
    };

    @TestFactory
    Stream<DynamicTest> mistakes() {
        Api queen = sandbox.api("QUEEN");
        return Stream.of(AT_THE_QUEEN)
                .map(m -> DynamicTest.dynamicTest(m.method + " " + m.path + " " + m.body, () -> check(queen, m)));
    }

    private static void check(Api api, Mistake mistake) {
        Api.Answer answer = api.call(mistake.method, mistake.path, mistake.body);
        assertEquals(mistake.status, answer.status(), answer.text());
        assertEquals(mistake.code, answer.code(), answer.text());
        JsonNode error = answer.json().path("error");
        String words = error.path("message").asText() + error.path("hint").asText();
        assertTrue(words.contains(mistake.mentions), words);
        assertTrue(error.path("message").asText().length() > 10, answer.text());
        assertTrue(error.has("param") && error.hasNonNull("type"), answer.text());
    }

    @Test
    void aBodyOfTenMegabytesIsRefusedEverywhere() {
        String large = "{\"model\":\"demo\",\"prompt\":\"" + "x".repeat(10_000_000) + "\"}";
        for (String part : new String[] {"QUEEN", "REGISTRY", "LOCAL_HIVE"}) {
            String path = part.equals("REGISTRY") ? "/v1/registry/register" : "/v1/workers/spawn";
            Api.Answer answer = sandbox.api(part).call("POST", path, large);
            assertEquals(413, answer.status(), part + answer.text());
            assertEquals("body_too_large", answer.code());
        }
    }

    @Test
    void noRouteButHealthIsOpen() {
        for (String part : new String[] {"QUEEN", "REGISTRY", "LOCAL_HIVE"}) {
            Api stranger = new Api("http://127.0.0.1:" + sandbox.port(part), "");
            assertEquals(200, stranger.call("GET", "/health", null).status(), part);
            assertEquals(200, stranger.call("GET", "/v1/health", null).status(), part);
            for (String path :
                    new String[] {"/v1/info", "/v1/workers", "/v1/registry/workers", "/metrics", "/nothing"}) {
                Api.Answer answer = stranger.call("GET", path, null);
                assertEquals(401, answer.status(), part + path + answer.text());
                assertEquals("invalid_api_key", answer.code());
            }
        }
    }

    @Test
    void aPromptThatDoesNotFitNamesBothNumbers() {
        String body = "{\"model\":\"demo\",\"messages\":[{\"role\":\"user\",\"content\":\"" + "a bee and ".repeat(2000)
                + "\"}]}";
        Api.Answer answer = sandbox.api("QUEEN").call("POST", "/v1/chat/completions", body);
        assertEquals(400, answer.status(), answer.text());
        assertEquals("context_length_exceeded", answer.code());
        assertTrue(answer.json().path("error").path("message").asText().matches("(?s).*\\d+.*\\d+.*"), answer.text());
    }

    @Test
    void aContextLargerThanTheModelsIsRefusedAtTheSpawn() {
        Api.Answer answer =
                sandbox.api("QUEEN").call("POST", "/v1/workers/spawn", "{\"model\":\"demo\",\"ctx\":100000}");
        String text = answer.status() == 202 ? jobEnd(answer) : answer.text();
        assertTrue(text.contains("100000") && text.contains("1024"), text);
    }

    @Test
    void aCorruptModelIsRefusedAndAMissingOneIsNamed() throws Exception {
        Path corrupt = temp.resolve("corrupt.gguf");
        Files.write(corrupt, new byte[] {'G', 'G', 'U', 'F', 3, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, 127});
        Api hive = sandbox.api("LOCAL_HIVE");
        Api.Answer answer = hive.call("POST", "/v1/models/import", "{\"path\":\"" + corrupt + "\"}");
        assertEquals("model_invalid", answer.code(), answer.text());
        Api.Answer missing = hive.call("POST", "/v1/models/import", "{\"path\":\"" + temp + "/none.gguf\"}");
        assertEquals("model_file_missing", missing.code(), missing.text());
        assertFalse(hive.get("/v1/models").toString().contains("corrupt"));
    }

    private static String jobEnd(Api.Answer accepted) {
        String job = accepted.json().path("job_id").asText();
        sandbox.api("QUEEN").call("GET", "/v1/jobs/" + job + "/stream", null);
        return sandbox.api("QUEEN").get("/v1/jobs/" + job).toString();
    }
}
