package dev.rbee.worker.llamaserver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.workers.WorkerEngine;
import dev.rbee.testing.llama.Habit;
import dev.rbee.testing.llama.LlamaPrograms;
import dev.rbee.worker.child.WorkerChild;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A worker whose engine is a llama-server, well-behaved or not. */
class LlamaServerIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String STREAM = "{'prompt':'Who?','stream':true,'max_tokens':8}";

    @TempDir
    Path home;

    private WorkerChild.Options options(Habit... habits) {
        Path program = LlamaPrograms.standIn(home.resolve("bin"), habits);
        return WorkerChild.Options.of(WorkerChild.DEMO)
                .context(256)
                .engine(new WorkerEngine(
                        "llama-server", program.toString(), "cpu", null, null, null, null, null, null));
    }

    private WorkerChild serving(Habit... habits) {
        return WorkerChild.serving(home, options(habits));
    }

    private static List<ProcessHandle> engines(WorkerChild worker) {
        return worker.process().descendants().toList();
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        await().atMost(SOON).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void itAnswersAndSaysWhatItIs() throws Exception {
        try (WorkerChild worker = serving()) {
            JsonNode body = worker.ok("/v1/completions", "{'prompt':'Who are you?','max_tokens':100}");
            assertEquals(
                    "I am a stand-in, grüß dich.", body.at("/choices/0/text").asText());
            assertEquals("stop", body.at("/choices/0/finish_reason").asText());
            assertEquals(5, body.at("/usage/prompt_tokens").asInt());
            assertEquals(8, body.at("/usage/completion_tokens").asInt());
            assertTrue(body.at("/timings/ttft_ms").asDouble() > 0);
            assertEquals(
                    "length",
                    worker.ok("/v1/completions", "{'prompt':'a','max_tokens':3}")
                            .at("/choices/0/finish_reason")
                            .asText());
            JsonNode details = worker.details();
            assertEquals("llama-server-b99999", details.get("implementation").asText());
            assertEquals("llama-server", details.get("engine").asText());
            assertEquals(256, details.get("context").asInt());
            assertTrue(details.get("memory_bytes").asLong() > (60L << 20), "both processes count: " + details);
            assertEquals(
                    "context_length_exceeded",
                    WorkerChild.code(worker.post("/v1/completions", "{'prompt':'" + "a ".repeat(300) + "'}")));
            noSecretsInArgv(worker);
            List<ProcessHandle> engines = engines(worker);
            assertFalse(engines.isEmpty());
            worker.post("/v1/shutdown", "{'grace_ms':0}");
            assertEquals(0, worker.exit(SOON));
            awaitEnd(engines);
        }
    }

    private static void noSecretsInArgv(WorkerChild worker) throws Exception {
        for (ProcessHandle process : engines(worker)) {
            String argv = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            String environment = Files.readString(Path.of("/proc", Long.toString(process.pid()), "environ"));
            for (String text : List.of(argv, environment)) {
                assertFalse(text.contains(worker.key()), text);
                assertFalse(text.contains(WorkerChild.TOKEN), text);
                assertFalse(text.matches("(?s).*\\b[0-9a-f]{64}\\b.*"), text);
            }
        }
    }

    @Test
    void chatsGoToItWholeWithThoughtsAndTools() {
        String tools = "'tools':[{'type':'function','function':{'name':'weather','parameters':{'type':'object'}}}]";
        String who = "'messages':[{'role':'user','content':'Who are you?'}]";
        try (WorkerChild worker = serving(Habit.CALLS_TOOLS, Habit.THINKS)) {
            JsonNode thought =
                    worker.ok("/v1/chat/completions", "{" + who + "}").at("/choices/0");
            assertEquals(
                    "I am a stand-in, grüß dich.",
                    thought.at("/message/content").asText());
            assertEquals(
                    "Let me think.", thought.at("/message/reasoning_content").asText());
            JsonNode called = worker.ok("/v1/chat/completions", "{" + who + "," + tools + "}")
                    .at("/choices/0");
            assertEquals("tool_calls", called.get("finish_reason").asText());
            assertEquals(
                    "weather", called.at("/message/tool_calls/0/function/name").asText());
            assertEquals(
                    "{}", called.at("/message/tool_calls/0/function/arguments").asText());
        }
    }

    @Test
    void afterAKillNothingIsLeft() throws Exception {
        try (WorkerChild worker = serving(Habit.IGNORES_SIGTERM)) {
            List<ProcessHandle> engines = engines(worker);
            assertFalse(engines.isEmpty());
            worker.process().destroyForcibly();
            awaitEnd(engines);
        }
    }

    @Test
    void afterTheEndOfStdinNothingIsLeftAlsoWhileItLoads() throws Exception {
        try (WorkerChild worker = WorkerChild.started(home, options(Habit.NEVER_READY, Habit.IGNORES_SIGTERM))) {
            assertTrue(worker.line().startsWith("ready "));
            await().atMost(SOON)
                    .until(() -> worker.log().contains("listening on")
                            || worker.log().contains("Listening"));
            List<ProcessHandle> engines = engines(worker);
            assertFalse(engines.isEmpty());
            worker.process().getOutputStream().close();
            worker.exit(SOON);
            awaitEnd(engines);
        }
    }

    @Test
    void itsCrashIsTheWorkersEnd() throws Exception {
        try (WorkerChild worker = serving(Habit.DIES_MID_STREAM)) {
            CompletableFuture<HttpResponse<String>> answer =
                    CompletableFuture.supplyAsync(() -> worker.post("/v1/completions", STREAM));
            assertEquals(70, worker.exit(SOON));
            await().atMost(SOON).until(answer::isDone);
            assertTrue(answer.isCompletedExceptionally(), "the stream was cut, not ended");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GARBLES", "NO_END", "FAILS"})
    void whatItGarblesIsAnErrorAndNothingMore(Habit habit) {
        try (WorkerChild worker = serving(habit)) {
            HttpResponse<String> answer = worker.post("/v1/completions", STREAM);
            assertTrue(answer.body().contains("worker_failed"), answer.body());
            await().atMost(SOON).until(() -> worker.busy() == 0);
            assertTrue(worker.process().isAlive());
        }
    }

    @Test
    void itMayLoadForLong() {
        try (WorkerChild worker = serving(Habit.SLOW_START)) {
            assertTrue(worker.details().get("load_ms").asLong() >= 2_000);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EXIT_ON_LOAD", "UNKNOWN_ARCHITECTURE", "OUT_OF_MEMORY"})
    void whyItDidNotLoadIsSaid(Habit habit) throws Exception {
        String code = switch (habit) {
            case UNKNOWN_ARCHITECTURE -> "engine_missing";
            case OUT_OF_MEMORY -> "model_too_large";
            default -> "engine_failed";
        };
        try (WorkerChild worker = WorkerChild.started(home, options(habit))) {
            assertTrue(worker.line().startsWith("ready "));
            String said = worker.line();
            assertTrue(said.startsWith("problem ") && said.contains("\"" + code + "\""), said);
            assertEquals(1, worker.exit(SOON));
        }
    }

    @Test
    void whatIsCancelledLeavesItsSlotAndTheNextOneGetsIt() {
        Path program = LlamaPrograms.standIn(home.resolve("bin"), Habit.SLOW);
        WorkerChild.Options options = WorkerChild.Options.of(WorkerChild.DEMO)
                .context(256)
                .slots(1)
                .engine(new WorkerEngine(
                        "llama-server", program.toString(), "cpu", null, null, null, null, null, null));
        try (WorkerChild worker = WorkerChild.serving(home, options)) {
            String endless = "{'prompt':'a','stream':true,'max_tokens':200,'ignore_eos':true}";
            var request = worker.request("/v1/completions")
                    .header("x-request-id", "mine")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(endless.replace('\'', '"')));
            CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> worker.send(request));
            await().atMost(SOON).until(() -> worker.busy() == 1);
            CompletableFuture<HttpResponse<String>> second =
                    CompletableFuture.supplyAsync(() -> worker.post("/v1/completions", STREAM));
            await().atMost(SOON).until(() -> worker.details().get("queue").asInt() == 1);
            assertEquals(200, worker.delete("/v1/requests/mine").statusCode());
            assertTrue(first.join().body().contains("cancelled"));
            assertTrue(second.join().body().contains("[DONE]"), second.join().body());
            await().atMost(SOON).until(() -> worker.busy() == 0);
        }
    }
}
