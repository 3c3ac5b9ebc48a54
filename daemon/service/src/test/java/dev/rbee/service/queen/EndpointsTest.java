package dev.rbee.service.queen;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.client.EndpointsClient;
import dev.rbee.client.Reply;
import dev.rbee.contract.endpoints.AddEndpoint;
import dev.rbee.contract.endpoints.EndpointInfo;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerRun;
import dev.rbee.contract.workers.WorkerState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EndpointsTest {
    private static final String KEY = "sk-foreign-0123456789";

    @TempDir
    Path dir;

    private TestQueen queen;

    @BeforeEach
    void start() {
        queen = new TestQueen(dir);
    }

    @AfterEach
    void stop() {
        queen.close();
    }

    private EndpointsClient endpoints() {
        return new EndpointsClient(queen.remote());
    }

    private EndpointInfo attach(String name, ForeignServer server) {
        return endpoints().add(new AddEndpoint(name, server.url() + "/v1/", server.key, null, null));
    }

    private WorkerInfo worker(String model) {
        return queen.queen.workers().lists().findByModel(model).getFirst();
    }

    private static WorkerRun run(WorkerInfo worker) {
        return Objects.requireNonNull(worker.run());
    }

    private Reply ask(String path, Object body) {
        return queen.http.call(queen.remote().postRequest(path, body).build());
    }

    private static Map<String, Object> chat(String model, boolean stream) {
        return Map.of(
                "model",
                model,
                "stream",
                stream,
                "max_completion_tokens",
                16,
                "messages",
                List.of(Map.of("role", "developer", "content", "be kind"), Map.of("role", "user", "content", "hi")));
    }

    private static ProblemCode code(Runnable call) {
        return assertThrows(ProblemException.class, call::run).problem().code();
    }

    @ParameterizedTest
    @EnumSource(ForeignServer.Make.class)
    void everyMakeIsRecognisedShownAndAsked(ForeignServer.Make make) throws Exception {
        try (ForeignServer server = new ForeignServer(make)) {
            server.key = KEY;
            EndpointInfo info = attach("box", server);
            String name = make == ForeignServer.Make.LLAMA_SERVER ? "Qwen3-8B-Q4_K_M" : make.model;
            String kind = make == ForeignServer.Make.PLAIN
                    ? "openai"
                    : make.name().toLowerCase(java.util.Locale.ROOT).replace("llama_server", "llama-server");
            assertEquals(kind, info.kind());
            assertEquals("online", info.state());
            assertEquals(name, info.models().getFirst());
            assertTrue(info.hasKey());

            WorkerInfo worker = worker(name);
            assertEquals("attached", worker.implementation());
            assertEquals("attached", worker.backend());
            assertEquals("box", worker.nodeName());
            assertEquals(WorkerState.IDLE, worker.state());
            assertEquals(make == ForeignServer.Make.LLAMA_SERVER ? 2 : 8, worker.slotsTotal());

            Reply whole = ask("/v1/chat/completions", chat(name, false));
            assertEquals(200, whole.status());
            assertEquals(name, whole.as(JsonNode.class).path("model").asText());
            assertEquals(
                    "Hello",
                    whole.as(JsonNode.class).at("/choices/0/message/content").asText());
            assertEquals("box", whole.headers().get("x-rbee-hive"));
            assertEquals(worker.id(), whole.headers().get("x-rbee-worker"));

            Reply stream = ask("/v1/chat/completions", chat(name, true));
            assertTrue(stream.text().endsWith("data: [DONE]\n\n"), stream.text());
            assertTrue(stream.text().contains("\"content\":\"lo\""), stream.text());
            assertFalse(stream.text().contains("\"usage\""), stream.text());

            Reply infer = ask("/v1/infer", Map.of("model", name, "prompt", "hi", "node", "box"));
            assertTrue(infer.text().contains("\"type\":\"end\""), infer.text());
            assertTrue(infer.text().contains("\"text\":\"Hello\""), infer.text());

            assertEquals(3, server.chats().size());
            for (ForeignServer.Heard heard : server.chats()) {
                assertEquals(make.model, heard.body().path("model").asText());
                assertFalse(heard.body().has("node"));
            }
            boolean older = make != ForeignServer.Make.PLAIN && make != ForeignServer.Make.VLLM;
            assertEquals(
                    16,
                    server.chats()
                            .getFirst()
                            .body()
                            .path(older ? "max_tokens" : "max_completion_tokens")
                            .asInt());
            String role = make == ForeignServer.Make.PLAIN ? "developer" : "system";
            assertEquals(
                    role,
                    server.chats().getFirst().body().at("/messages/0/role").asText());
            for (ForeignServer.Heard heard : server.heard) {
                if (heard.path().equals("/health")) {
                    assertNull(heard.headers().getFirst("Authorization"));
                    continue;
                }
                assertEquals("Bearer " + KEY, heard.headers().getFirst("Authorization"), heard.path());
                assertFalse(heard.headers().toString().contains(TestQueen.TOKEN));
                assertTrue(
                        heard.headers().keySet().stream()
                                .noneMatch(header -> header.toLowerCase(java.util.Locale.ROOT)
                                        .startsWith("x-rbee")),
                        heard.headers().keySet().toString());
            }
        }
    }

    @Test
    void whatModelsCanIsSeen() {
        try (ForeignServer ollama = new ForeignServer(ForeignServer.Make.OLLAMA);
                ForeignServer studio = new ForeignServer(ForeignServer.Make.LM_STUDIO)) {
            attach("one", ollama);
            attach("two", studio);
            WorkerInfo qwen = worker("qwen3:8b");
            assertEquals(40960, qwen.context());
            assertEquals(true, run(qwen).tools());
            assertEquals(false, run(qwen).vision());
            WorkerInfo nomic = worker("nomic-embed-text");
            assertTrue(nomic.embedding());
            assertFalse(nomic.chat());
            WorkerInfo eyes = worker("qwen2-vl-7b-instruct");
            assertEquals(true, run(eyes).vision());
            assertEquals(32768, eyes.context());
            JsonNode embedded = ask(
                            "/v1/embeddings",
                            Map.of("model", "nomic-embed-text:latest", "input", "x", "encoding_format", "base64"))
                    .as(JsonNode.class);
            assertEquals("AAAAPwAAgL8=", embedded.at("/data/0/embedding").asText());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\":{\"message\":\"maximum context length is 4096 tokens\"}} | context_length_exceeded",
                "400 | {\"error\":\"registry.ollama.ai/x does not support tools\"} | tools_unsupported",
                "422 | {\"detail\":[{\"msg\":\"temperature out of range\"}]} | invalid_field",
                "404 | {\"object\":\"error\",\"message\":\"The model does not exist\",\"code\":404} | model_not_found",
                "500 | <html>oops</html> | endpoint_failed",
                "302 | moved | endpoint_failed",
            })
    void refusalsAreTranslated(int status, String body, String code) {
        try (ForeignServer server = new ForeignServer(ForeignServer.Make.PLAIN)) {
            attach("box", server);
            server.status = status;
            server.refusal = body;
            Reply reply = ask("/v1/chat/completions", chat("gpt-9", true));
            assertEquals(ProblemCode.parse(code).status(), reply.status());
            ProblemException e = assertThrows(ProblemException.class, reply::orThrow);
            assertEquals(code, e.problem().code().wire());
            assertTrue(e.problem().message().contains("\"box\""), e.problem().message());
        }
    }

    @Test
    void oneThatGoesAwayIsOfflineAndComesBackByItself() {
        int port;
        try (ForeignServer server = new ForeignServer(ForeignServer.Make.VLLM)) {
            port = server.port;
            attach("box", server);
        }
        Reply reply = ask("/v1/chat/completions", chat("Qwen/Qwen3-8B", false));
        assertEquals(503, reply.status());
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertEquals("offline", endpoints().list().getFirst().state());
            assertEquals(WorkerState.OFFLINE, worker("Qwen/Qwen3-8B").state());
        });
        assertTrue(String.valueOf(endpoints().list().getFirst().message()).contains("does not answer"));
        Reply away = ask("/v1/chat/completions", chat("Qwen/Qwen3-8B", false));
        assertEquals(ProblemCode.NO_WORKER, code(away::orThrow));
        try (ForeignServer again = new ForeignServer(ForeignServer.Make.VLLM, port)) {
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertEquals(
                            WorkerState.IDLE, worker("Qwen/Qwen3-8B").state()));
            assertEquals(
                    200,
                    ask("/v1/chat/completions", chat("Qwen/Qwen3-8B", false)).status());
            assertEquals("online", endpoints().list().getFirst().state());
        }
    }

    @Test
    void aNewStartOfTheQueenKeepsThemAndTheirKeys() throws Exception {
        try (ForeignServer server = new ForeignServer(ForeignServer.Make.OLLAMA)) {
            server.key = KEY;
            endpoints().add(new AddEndpoint("box", server.url(), KEY, List.of("qwen3:8b"), 3));
            Path file = queen.home.endpointKeys();
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertTrue(Files.readString(file).contains(KEY));
            queen.close();
            String database = Files.readString(queen.home.database(), StandardCharsets.ISO_8859_1);
            assertFalse(database.contains(KEY));

            queen = new TestQueen(dir);
            assertEquals(List.of("qwen3:8b"), endpoints().list().getFirst().models());
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertEquals(WorkerState.IDLE, worker("qwen3:8b").state()));
            assertEquals(3, worker("qwen3:8b").slotsTotal());
            assertEquals(
                    200, ask("/v1/chat/completions", chat("qwen3:8b", false)).status());
            assertEquals(1, queen.queen.workers().lists().findByNode("box").size());
            assertFalse(Json.write(endpoints().list()).contains(KEY));
        }
    }

    @Test
    void oneThatIsRemovedLeavesNothing() {
        try (ForeignServer server = new ForeignServer(ForeignServer.Make.PLAIN)) {
            server.key = KEY;
            attach("box", server);
            String id = worker("gpt-9").id();
            assertEquals(ProblemCode.WORKER_ATTACHED, code(() -> queen.remote().delete("/v1/workers/" + id)));
            assertEquals(ProblemCode.WORKER_ATTACHED, code(() -> queen.remote().text("/v1/workers/" + id + "/logs")));
            assertEquals(
                    ProblemCode.WORKER_NOT_FOUND, code(() -> queen.remote().text("/v1/workers/" + id + "/process")));
            int before = server.heard.size();
            endpoints().remove("box");
            assertTrue(endpoints().list().isEmpty());
            assertTrue(queen.queen.workers().lists().list().isEmpty());
            assertEquals(404, ask("/v1/chat/completions", chat("gpt-9", false)).status());
            assertEquals(before, server.heard.size());
            assertEquals(ProblemCode.ENDPOINT_NOT_FOUND, code(() -> endpoints().remove("box")));
            attach("box", server);
            assertEquals(200, ask("/v1/chat/completions", chat("gpt-9", false)).status());
        }
    }

    @Test
    void whatCannotBeAttachedIsSaid() {
        try (ForeignServer server = new ForeignServer(ForeignServer.Make.PLAIN)) {
            assertEquals(ProblemCode.INVALID_FIELD, code(() -> add("box", queen.queen.url(), null)));
            assertEquals(ProblemCode.INVALID_FIELD, code(() -> add("box", "ftp://x", null)));
            assertEquals(ProblemCode.INVALID_FIELD, code(() -> add("box", "http://u:p@127.0.0.1:1", null)));
            assertEquals(ProblemCode.INVALID_FIELD, code(() -> add("a b", server.url(), null)));
            assertEquals(ProblemCode.INVALID_FIELD, code(() -> add("box", server.url(), "two\r\nlines")));
            assertEquals(ProblemCode.MISSING_FIELD, code(() -> add("box", null, null)));
            assertEquals(ProblemCode.ENDPOINT_FAILED, code(() -> add("box", server.url() + "/nothing", null)));
            server.key = KEY;
            assertEquals(ProblemCode.ENDPOINT_FAILED, code(() -> add("box", server.url(), "sk-wrong")));
            assertTrue(endpoints().list().isEmpty());
            attach("box", server);
            assertEquals(ProblemCode.ALREADY_EXISTS, code(() -> add("box", server.url(), KEY)));
        }
    }

    private EndpointInfo add(String name, @Nullable String url, @Nullable String key) {
        return endpoints().add(new AddEndpoint(name, url, key, null, null));
    }

    @Test
    void whatAModelCannotDoIsNotAskedOfIt() {
        try (ForeignServer server = new ForeignServer(ForeignServer.Make.LLAMA_SERVER)) {
            attach("box", server);
            Map<String, Object> image =
                    Map.of("type", "image_url", "image_url", Map.of("url", "data:image/png;base64,iVBORw=="));
            Map<String, Object> message = Map.of("role", "user", "content", List.of(image));
            Reply reply = ask("/v1/chat/completions", Map.of("model", "Qwen3-8B-Q4_K_M", "messages", List.of(message)));
            assertEquals(ProblemCode.IMAGES_UNSUPPORTED, code(reply::orThrow));
            Map<String, Object> tool = Map.of("type", "function", "function", Map.of("name", "f"));
            Map<String, Object> plain = Map.of("role", "user", "content", "x");
            Reply called = ask(
                    "/v1/chat/completions",
                    Map.of("model", "Qwen3-8B-Q4_K_M", "messages", List.of(plain), "tools", List.of(tool)));
            assertEquals(ProblemCode.TOOLS_UNSUPPORTED, code(called::orThrow));
            assertTrue(server.chats().isEmpty());
            assertTrue(ask("/v1/route/explain", Map.of("model", "Qwen3-8B-Q4_K_M", "messages", List.of(message)))
                    .text()
                    .contains("reads no images"));
        }
    }

    @Test
    void anAnswerThatBreaksOffGoesOnElsewhereOrIsSaid() {
        try (ForeignServer server = new ForeignServer(ForeignServer.Make.VLLM)) {
            attach("box", server);
            server.cutAfter = 2;
            Reply reply = ask("/v1/chat/completions", chat("Qwen/Qwen3-8B", true));
            assertTrue(reply.text().contains("\"code\":\"worker_lost\""), reply.text());
            assertFalse(reply.text().contains("[DONE]"), reply.text());
        }
    }
}
