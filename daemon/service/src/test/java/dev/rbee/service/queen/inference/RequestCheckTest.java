package dev.rbee.service.queen.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ErrorEnvelope;
import dev.rbee.service.queen.inference.TestQueen.Answer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bad requests and the model list: OpenAI's own client must raise its own error classes. */
class RequestCheckTest {
    private final TestQueen queen = new TestQueen();

    @AfterEach
    void close() {
        queen.close();
    }

    private void refused(String path, String body, int status, String code, String param) throws IOException {
        Answer answer = queen.ask(path, body);
        ErrorEnvelope.Body error = Json.read(answer.body(), ErrorEnvelope.class).error();
        assertEquals(status, answer.status(), answer.body());
        assertEquals(code, error.code().wire(), answer.body());
        assertEquals(param, String.valueOf(error.param()), answer.body());
    }

    @Test
    void badRequestsNameTheFieldAndAnUnknownModelTheKnownOnes() throws IOException {
        String chat = "/v1/chat/completions";
        refused(chat, "[1]", 400, "invalid_json", "null");
        refused(chat, "{\"a", 400, "invalid_json", "null");
        refused(chat, "{}", 400, "missing_field", "model");
        refused(chat, "{\"model\":5}", 400, "invalid_field", "model");
        refused(chat, "{\"model\":\"demo\"}", 400, "missing_field", "messages");
        refused(chat, "{\"model\":\"demo\",\"messages\":[]}", 400, "invalid_field", "messages");
        refused(chat, "{\"model\":\"demo\",\"messages\":[1],\"stream\":\"yes\"}", 400, "invalid_field", "stream");
        refused("/v1/infer", "{\"model\":\"demo\",\"prompt\":1}", 400, "invalid_field", "prompt");
        refused("/v1/embeddings", "{\"model\":\"demo\"}", 400, "missing_field", "input");
        queen.register("w1", "demo", "http://127.0.0.1:1", 1);
        Answer unknown = queen.ask(chat, TestQueen.chat(true).replace("demo", "gpt-4"));
        assertEquals(404, unknown.status());
        assertTrue(
                unknown.body().contains("model_not_found") && unknown.body().contains("Known are: demo."),
                unknown.body());
        refused("/v1/infer", "{\"model\":\"demo\",\"prompt\":\"x\",\"node\":\"mars\"}", 404, "model_not_found", "node");
        assertEquals(
                401,
                TestQueen.of(queen.call(chat, TestQueen.chat(true), "wrong")).status());
    }

    @Test
    void listsLoadedAndInstalledModelsOnce() throws IOException {
        queen.register("w1", "demo", "http://127.0.0.1:1", 1);
        queen.installed.add(entry("demo"));
        queen.installed.add(entry("mini"));
        String list = queen.ask("/v1/models", "").body();
        assertTrue(list.startsWith("{\"object\":\"list\",\"data\":[{\"id\":\"demo\",\"object\":\"model\""), list);
        assertEquals(
                2,
                Json.tree(list.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .path("data")
                        .size());
        assertTrue(queen.ask("/v1/models/mini", "").body().contains("\"loaded\":false"));
        assertEquals(404, queen.ask("/v1/models/none", "").status());
    }

    @Test
    void explainsARoute() throws IOException {
        queen.register("w1", "demo", "http://127.0.0.1:1", 1);
        String why = queen.ask("/v1/route/explain", "{\"model\":\"demo\"}").body();
        assertTrue(why.contains("\"verdict\":\"send\",\"worker_id\":\"w1\""), why);
        assertTrue(queen.ask("/v1/route/explain", "{\"model\":\"x\"}").body().contains("\"verdict\":\"none\""));
    }

    private static ModelEntry entry(String id) {
        return new ModelEntry(
                id, id + ".gguf", null, 1000, null, "installed", "llama", null, null, null, false, true, null, "local");
    }
}
