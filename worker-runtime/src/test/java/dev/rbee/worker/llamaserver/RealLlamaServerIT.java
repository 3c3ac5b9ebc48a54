package dev.rbee.worker.llamaserver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.workers.WorkerEngine;
import dev.rbee.testing.llama.LlamaPrograms;
import dev.rbee.worker.child.WorkerChild;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same with a real llama-server, where {@code -Drbee.llama_server} names one. */
class RealLlamaServerIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ANSWER =
            "I am the rbee demo model: a tiny language model that comes with rbee, so that you"
                    + " can try the app without a download.";

    @TempDir
    Path home;

    @BeforeEach
    void given() {
        assumeTrue(LlamaPrograms.real().isPresent(), "no llama-server given by -Drbee.llama_server");
    }

    private static WorkerEngine engine(@Nullable String kv, @Nullable Boolean flash, @Nullable Path draft) {
        return new WorkerEngine(
                "llama-server",
                LlamaPrograms.real().orElseThrow().toString(),
                "cpu",
                null,
                kv,
                flash,
                draft == null ? null : draft.toString(),
                null,
                null);
    }

    private WorkerChild serving(Path model, WorkerEngine engine) {
        return WorkerChild.serving(
                home, WorkerChild.Options.of(model).context(256).slots(2).engine(engine));
    }

    private static Path shared(String file) {
        Path model = Path.of(System.getProperty("rbee.shared"), "models").resolve(file);
        assumeTrue(Files.exists(model), "absent: " + model);
        return model;
    }

    private static String streamed(WorkerChild worker, String path, String body) {
        StringBuilder text = new StringBuilder();
        worker.post(path, body)
                .body()
                .lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> Json.tree(line.substring(6).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .forEach(chunk -> text.append(
                                chunk.at("/choices/0/delta/content").asText(""))
                        .append(chunk.at("/choices/0/text").asText("")));
        return text.toString();
    }

    @Test
    void theDemoModelAnswersAsInTheEmbeddedEngine() throws Exception {
        try (WorkerChild worker = serving(WorkerChild.DEMO, engine(null, null, null))) {
            String who = "'messages':[{'role':'user','content':'Who are you?'}],'temperature':0";
            JsonNode body = worker.ok("/v1/chat/completions", "{" + who + "}");
            assertEquals(ANSWER, body.at("/choices/0/message/content").asText());
            assertEquals("stop", body.at("/choices/0/finish_reason").asText());
            assertEquals(12, body.at("/usage/prompt_tokens").asInt());
            assertEquals(28, body.at("/usage/completion_tokens").asInt());
            assertTrue(body.at("/timings/predicted_per_second").asDouble() > 0, body.toString());
            assertEquals(ANSWER, streamed(worker, "/v1/chat/completions", "{" + who + ",'stream':true}"));
            assertEquals(
                    "I am the",
                    worker.ok("/v1/chat/completions", "{" + who + ",'stop':[' rbee']}")
                            .at("/choices/0/message/content")
                            .asText());
            assertEquals(
                    ANSWER,
                    worker.ok(
                                    "/v1/chat/completions",
                                    "{" + who + ",'continue_from':{'text':'I am the rbee','tokens':4}}")
                            .at("/choices/0/message/content")
                            .asText());
            String yes = worker.ok("/v1/completions", "{'prompt':'A bee','grammar':'root ::= [ab]+','max_tokens':6}")
                    .at("/choices/0/text")
                    .asText();
            assertTrue(yes.matches("[ab]+"), yes);
            JsonNode json = worker.ok(
                    "/v1/chat/completions",
                    "{" + who + ",'response_format':{'type':'json_schema','json_schema':{'name':'a','schema':"
                            + "{'type':'object','properties':{'ok':{'type':'boolean'}},'required':['ok'],"
                            + "'additionalProperties':false}}},'max_tokens':100}");
            assertTrue(
                    json.at("/choices/0/message/content")
                            .asText()
                            .replaceAll("\\s", "")
                            .matches("\\{\"ok\":(true|false)}"),
                    json.toString());
            JsonNode seeded = worker.ok("/v1/completions", "{'prompt':'A bee','seed':7,'max_tokens':12}");
            assertEquals(
                    seeded.at("/choices/0/text").asText(),
                    worker.ok("/v1/completions", "{'prompt':'A bee','seed':7,'max_tokens':12}")
                            .at("/choices/0/text")
                            .asText());
            assertEquals(
                    "context_length_exceeded",
                    WorkerChild.code(worker.post("/v1/completions", "{'prompt':'" + "bee ".repeat(600) + "'}")));
            assertEquals(
                    ANSWER,
                    worker.ok("/v1/infer", "{'prompt':'Who are you?','temperature':0,'stream':false}")
                            .get("text")
                            .asText());
            List<ProcessHandle> engines = worker.process().descendants().toList();
            worker.process().destroyForcibly();
            await().atMost(SOON).until(() -> engines.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void fourCallersOnTwoSlotsGetTheSameWords() {
        try (WorkerChild worker = serving(WorkerChild.DEMO, engine("f16", true, WorkerChild.DEMO))) {
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(CompletableFuture.supplyAsync(
                        () -> worker.post(
                                "/v1/chat/completions",
                                "{'messages':[{'role':'user','content':'Who are you?'}],'temperature':0}"),
                        task -> Thread.ofVirtual().start(task)));
            }
            answers.forEach(answer -> assertTrue(
                    answer.join().body().contains(ANSWER), answer.join().body()));
            assertEquals(0, worker.busy());
        }
    }

    @Test
    void embeddings() {
        try (WorkerChild worker = serving(shared("all-MiniLM-L6-v2.q8_0.gguf"), engine(null, null, null))) {
            JsonNode body = worker.ok("/v1/embeddings", "{'input':['a bee','hello world']}");
            assertEquals(384, body.at("/data/1/embedding").size());
            double length = 0;
            for (JsonNode number : body.at("/data/1/embedding")) {
                length += number.asDouble() * number.asDouble();
            }
            assertEquals(1, length, 1e-3);
            assertFalse(worker.details().get("generates").asBoolean());
        }
    }

    @Test
    void aSmallCacheTypeRunsAndIsSaid() {
        try (WorkerChild worker = serving(WorkerChild.DEMO, engine("q8_0", null, null))) {
            assertEquals("q8_0", worker.details().get("kv_type").asText());
            assertTrue(worker.ok("/v1/completions", "{'prompt':'A bee','max_tokens':8}")
                            .at("/usage/completion_tokens")
                            .asInt()
                    > 0);
        }
    }
}
