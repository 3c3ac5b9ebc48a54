package dev.rbee.worker.boot;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.worker.child.WorkerChild;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How workers begin and end, and what other models than the demo do. */
class LifeIT {
    private static final Path SHARED = Path.of(System.getProperty("rbee.shared"), "models");

    @TempDir
    Path home;

    private static Path shared(String file) {
        Path model = SHARED.resolve(file);
        assumeTrue(Files.exists(model), "absent: " + model);
        return model;
    }

    @Test
    void theEndOfStdinEndsItAlsoInTheMiddleOfAnAnswer() throws Exception {
        try (WorkerChild worker = WorkerChild.serving(home, WorkerChild.Options.of(WorkerChild.DEMO))) {
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() ->
                    worker.post("/v1/completions", "{'prompt':'A','max_tokens':1000,'ignore_eos':true,'stream':true}"));
            worker.process().getOutputStream().close();
            worker.exit(Duration.ofSeconds(5));
            await().atMost(Duration.ofSeconds(5)).until(answer::isDone);
        }
    }

    @Test
    void afterAKillNothingIsLeft() throws Exception {
        try (WorkerChild worker = WorkerChild.serving(home, WorkerChild.Options.of(WorkerChild.DEMO))) {
            worker.process().destroyForcibly();
            worker.exit(Duration.ofSeconds(5));
            assertEquals(0, worker.process().descendants().count());
        }
    }

    @Test
    void aTerminationSignalEndsIt() throws Exception {
        try (WorkerChild worker = WorkerChild.serving(home, WorkerChild.Options.of(WorkerChild.DEMO))) {
            worker.process().destroy();
            worker.exit(Duration.ofSeconds(10));
        }
    }

    @Test
    void drainingFinishesWhatRunsAndTakesNothingNew() throws Exception {
        try (WorkerChild worker = WorkerChild.serving(home, WorkerChild.Options.of(WorkerChild.DEMO))) {
            CompletableFuture<JsonNode> running = CompletableFuture.supplyAsync(() ->
                    worker.ok("/v1/completions", "{'prompt':'A','max_tokens':1000,'ignore_eos':true,'temperature':0}"));
            await().atMost(Duration.ofSeconds(10)).until(() -> worker.busy() == 1 || running.isDone());
            assertEquals(202, worker.post("/v1/drain", "").statusCode());
            assertEquals(1000, running.get().at("/usage/completion_tokens").asInt());
            assertEquals(0, worker.exit(Duration.ofSeconds(15)));
        }
    }

    @Test
    void whileDrainingNewWorkIsRefused() throws Exception {
        try (WorkerChild worker = WorkerChild.serving(
                home, WorkerChild.Options.of(WorkerChild.DEMO).slots(1))) {
            CompletableFuture<Void> first = CompletableFuture.runAsync(() -> {
                worker.ok("/v1/completions", "{'prompt':'A','max_tokens':1020,'ignore_eos':true}");
            });
            await().atMost(Duration.ofSeconds(10)).until(() -> worker.busy() == 1 || first.isDone());
            var shut = worker.post("/v1/shutdown?grace_ms=20000", "");
            assertEquals(202, shut.statusCode());
            if (!first.isDone()) {
                try {
                    HttpResponse<String> refused = worker.post("/v1/completions", "{'prompt':'B'}");
                    assertEquals("draining", WorkerChild.code(refused));
                } catch (UncheckedIOException e) {
                    // it had ended by then
                }
            }
            first.get();
            assertEquals(0, worker.exit(Duration.ofSeconds(15)));
        }
    }

    @Test
    void whatKeepsItFromServingIsSaidInOneLine() throws Exception {
        Path corrupt = Files.write(home.resolve("corrupt.gguf"), new byte[2_000]);
        assertEquals(ProblemCode.MODEL_INVALID, complaint(WorkerChild.Options.of(corrupt)));
        byte[] demo = Files.readAllBytes(WorkerChild.DEMO);
        Path cut = Files.write(home.resolve("cut.gguf"), Arrays.copyOf(demo, demo.length / 2));
        assertEquals(ProblemCode.MODEL_INVALID, complaint(WorkerChild.Options.of(cut)));
        assertEquals(ProblemCode.MODEL_FILE_MISSING, complaint(WorkerChild.Options.of(home.resolve("no.gguf"))));
        assertEquals(
                ProblemCode.INVALID_FIELD,
                complaint(WorkerChild.Options.of(WorkerChild.DEMO).context(5_000)));
    }

    private ProblemCode complaint(WorkerChild.Options options) throws InterruptedException {
        try (WorkerChild worker = WorkerChild.started(home, options)) {
            String line = worker.line();
            line = line.startsWith("ready ") ? worker.line() : line;
            assertTrue(line.startsWith("problem "), line + worker.log());
            assertEquals(1, worker.exit(Duration.ofSeconds(10)));
            return Json.read(line.substring(8), Problem.class).code();
        }
    }

    @Test
    void aModelWithoutATemplate() throws IOException {
        Path model = shared("stories260K.gguf");
        try (WorkerChild worker =
                WorkerChild.serving(home, WorkerChild.Options.of(model).context(512))) {
            assertEquals("none", worker.details().get("template").asText());
            JsonNode story = worker.ok(
                    "/v1/infer", "{'prompt':'Once upon a time','temperature':0,'max_tokens':12,'stream':false}");
            assertTrue(
                    story.get("text").asText().startsWith(", there was a little girl named Lily."), story.toString());
            assertEquals(5, story.at("/usage/prompt_tokens").asInt());
            JsonNode chat =
                    worker.ok("/v1/chat/completions", "{'messages':[{'role':'user','content':'hi'}],'max_tokens':4}");
            assertEquals(4, chat.at("/usage/completion_tokens").asInt());
        }
    }

    @Test
    void embeddings() throws IOException {
        Path model = shared("all-MiniLM-L6-v2.q8_0.gguf");
        try (WorkerChild worker = WorkerChild.serving(home, WorkerChild.Options.of(model))) {
            JsonNode body = worker.ok(
                    "/v1/embeddings",
                    "{'input':['A cat sits on the mat.','A kitten rests on a rug.','Stock markets fell today.']}");
            assertEquals(3, body.get("data").size());
            float[] cat = vector(body.at("/data/0/embedding"));
            assertEquals(384, cat.length);
            assertEquals(1.0, dot(cat, cat), 1e-4);
            double near = dot(cat, vector(body.at("/data/1/embedding")));
            double far = dot(cat, vector(body.at("/data/2/embedding")));
            assertTrue(near > 0.5 && far < 0.2, near + " and " + far);
            JsonNode packed =
                    worker.ok("/v1/embeddings", "{'input':'A cat sits on the mat.','encoding_format':'base64'}");
            byte[] bytes =
                    Base64.getDecoder().decode(packed.at("/data/0/embedding").asText());
            float first = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat();
            assertEquals(cat[0], first, 1e-5);
            assertEquals(9, packed.at("/usage/prompt_tokens").asInt());
            assertEquals("generation_unsupported", WorkerChild.code(worker.post("/v1/completions", "{'prompt':'x'}")));
            assertEquals(
                    "context_length_exceeded",
                    WorkerChild.code(worker.post("/v1/embeddings", "{'input':'" + "cat ".repeat(600) + "'}")));
        }
    }

    private static float[] vector(JsonNode numbers) {
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = numbers.get(i).floatValue();
        }
        return vector;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
