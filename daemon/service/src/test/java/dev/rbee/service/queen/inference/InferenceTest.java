package dev.rbee.service.queen.inference;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ErrorEnvelope;
import dev.rbee.contract.requests.RequestEntry;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.service.queen.inference.StandIn.Habit;
import dev.rbee.service.queen.inference.TestQueen.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller sees, with good and with bad workers. */
class InferenceTest {
    private final TestQueen queen = new TestQueen();
    private final List<AutoCloseable> toClose = new java.util.ArrayList<>();

    private StandIn worker(String id, Habit habit) {
        StandIn worker = queen.worker(id, habit);
        toClose.add(worker);
        return worker;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : toClose) {
            each.close();
        }
        queen.close();
    }

    private static String code(Answer answer) {
        return Json.read(answer.body(), ErrorEnvelope.class).error().code().wire();
    }

    private RequestEntry logged() {
        await().until(() -> !queen.log.isEmpty());
        return queen.log.getLast();
    }

    private WorkerState state(String id) {
        return queen.registry.lists().get(id).orElseThrow().state();
    }

    @Test
    void relaysAStreamByteForByteAndSaysWhoAnswered() throws IOException {
        worker("w1", Habit.GOOD);
        Answer answer = queen.ask("/v1/chat/completions", TestQueen.chat(true));
        assertEquals(200, answer.status());
        assertTrue(answer.body().startsWith("data: {\"choices\":[{\"delta\":{\"role\""), answer.body());
        assertTrue(answer.body().endsWith("data: [DONE]\n\n"), answer.body());
        assertEquals("w1", answer.headers().get("x-rbee-worker"));
        assertEquals("local", answer.headers().get("x-rbee-hive"));
        assertEquals(
                "it is the only free worker of this model; 1 of 1 free",
                answer.headers().get("x-rbee-route"));
        assertEquals("req_1", answer.headers().get("x-request-id"));
        RequestEntry entry = logged();
        assertEquals("ok", entry.outcome());
        assertEquals(8, entry.completionTokens());
        assertEquals(3, entry.promptTokens());
        assertEquals(1, entry.attempts());
        await().until(() -> state("w1") == WorkerState.IDLE);
    }

    @Test
    void relaysWholeAnswersAndEmbeddingsAndInfer() throws IOException {
        worker("w1", Habit.GOOD);
        assertTrue(
                queen.ask("/v1/chat/completions", TestQueen.chat(false)).body().contains("\"hello\""));
        assertEquals(5, logged().completionTokens());
        assertTrue(queen.ask("/v1/embeddings", "{\"model\":\"demo\",\"input\":\"x\"}")
                .body()
                .contains("embedding"));
        String infer =
                queen.ask("/v1/infer", "{\"model\":\"demo\",\"prompt\":\"hi\"}").body();
        assertTrue(infer.startsWith(": ok\n\nevent: started"), infer);
        assertTrue(infer.contains("\"type\":\"end\""), infer);
        assertTrue(queen.inference.traffic().tokensTotal() >= 13);
    }

    @Test
    void aWorkersSpeedIsWhatItMeasuredNotHowFastItsWordsArrived() throws IOException {
        worker("w1", Habit.GOOD);
        var _ = queen.ask("/v1/chat/completions", TestQueen.chat(true));
        await().untilAsserted(() -> assertEquals(
                100.0, queen.registry.lists().get("w1").orElseThrow().tokensPerSecond()));
    }

    @Test
    void givesTheWorkerTheNameItKnows() throws IOException {
        StandIn worker = new StandIn("w1", TestQueen.TOKEN, Habit.GOOD);
        toClose.add(worker);
        queen.register("w1", "rbee-demo.gguf", worker.url(), 1);
        assertEquals(
                200, queen.ask("/v1/chat/completions", TestQueen.chat(true)).status());
        assertEquals("\"rbee-demo.gguf\"", worker.lastModel());
    }

    @Test
    void aWorkerThatDiesBeforeTheFirstTextIsReplacedUnseen() throws IOException {
        worker("w1", Habit.DIES_EARLY);
        StandIn good = new StandIn("w2", TestQueen.TOKEN, Habit.GOOD);
        toClose.add(good);
        queen.register("w2", "demo", good.url(), 1);
        for (int i = 0; i < 6; i++) {
            Answer answer = queen.ask("/v1/chat/completions", TestQueen.chat(true));
            assertTrue(answer.body().endsWith("data: [DONE]\n\n"), answer.body());
            assertEquals(answer.body().indexOf("\"role\""), answer.body().lastIndexOf("\"role\""));
            assertFalse(answer.body().contains("error"));
        }
        assertEquals(6, good.asked.get());
    }

    @Test
    void aWorkerThatDiesMidwayEndsInOneExplicitError() throws IOException {
        worker("w1", Habit.DIES_MIDWAY);
        String body = queen.ask("/v1/chat/completions", TestQueen.chat(true)).body();
        assertTrue(body.contains("t2 "), body);
        assertFalse(body.contains("half an ev"), body);
        assertTrue(body.contains("\"code\":\"worker_lost\""), body);
        assertEquals("worker_lost", logged().code());
        assertEquals(WorkerState.SUSPECT, state("w1"));
    }

    @Test
    void anAnswerBoundToAGrammarIsNotContinued() throws IOException {
        worker("w1", Habit.DIES_MIDWAY);
        StandIn other = worker("w2", Habit.DIES_MIDWAY);
        String infer = queen.ask("/v1/infer", "{\"model\":\"demo\",\"prompt\":\"hi\",\"grammar\":\"root ::= [a-z]+\"}")
                .body();
        assertTrue(other.asked.get() <= 1);
        assertTrue(infer.contains("event: error\ndata: {\"type\":\"error\",\"code\":\"worker_lost\""), infer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/chat/completions", "/v1/infer"})
    void anAnswerSurvivesItsWorker(String route) throws IOException {
        StandIn first = worker("w1", Habit.DIES_MIDWAY);
        StandIn second = new StandIn("w2", TestQueen.TOKEN, Habit.GOOD);
        toClose.add(second);
        String question = route.endsWith("infer") ? "{\"model\":\"demo\",\"prompt\":\"hi\"}" : TestQueen.chat(true);
        Thread.ofVirtual().start(() -> {
            await().until(() -> first.asked.get() == 1);
            queen.register("w2", "demo", second.url(), 1);
        });
        String body = queen.ask(route, question).body();
        assertEquals(1, first.asked.get());
        assertEquals("t0 t1 t2 t3 t4 t5 t6 t7 ", texts(body));
        assertFalse(body.contains("error"), body);
        assertTrue(body.contains("goes on"), body);
        assertEquals(1, body.split("\"(role|started)\"", -1).length - 1, body);
        assertEquals(
                "{\"text\":\"t0 t1 t2 \",\"tokens\":3}",
                Json.write(second.bodies.getLast().path("continue_from")));
        RequestEntry entry = logged();
        assertEquals("ok", entry.outcome());
        assertEquals(2, entry.attempts());
        assertEquals(8, entry.completionTokens());
    }

    private static String texts(String body) {
        return Pattern.compile("\"(?:content|token)\":\"([^\"]+)\"")
                .matcher(body)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining());
    }

    @Test
    void aStreamThatStopsShortIsNoAnswer() throws IOException {
        worker("w1", Habit.STOPS_SHORT);
        String body = queen.ask("/v1/chat/completions", TestQueen.chat(true)).body();
        assertTrue(body.contains("worker_lost"), body);
    }

    @Test
    void aWorkersOwnErrorPassesThrough() throws IOException {
        StandIn worker = worker("w1", Habit.REFUSES);
        Answer answer = queen.ask("/v1/chat/completions", TestQueen.chat(true));
        assertEquals(400, answer.status());
        assertEquals("context_length_exceeded", code(answer));
        await().until(() -> state("w1") == WorkerState.IDLE);
        worker.becomes(Habit.COMPLAINS);
        String body = queen.ask("/v1/chat/completions", TestQueen.chat(true)).body();
        assertTrue(body.endsWith("data: {\"error\":{\"message\":\"broke\"}}\n\n"), body);
    }

    @Test
    void aRefusedConnectionCostsNothing() throws IOException {
        queen.register("w0", "demo", "http://127.0.0.1:" + freePort(), 4);
        worker("w1", Habit.GOOD);
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    200, queen.ask("/v1/chat/completions", TestQueen.chat(true)).status());
        }
    }

    @Test
    void aFullWorkerIsLeftForAnother() throws IOException {
        queen.register("w0", "demo", worker("w0", Habit.FULL).url(), 8);
        StandIn good = worker("w1", Habit.GOOD);
        assertEquals(
                200, queen.ask("/v1/chat/completions", TestQueen.chat(true)).status());
        assertEquals(1, good.asked.get());
    }

    @Test
    void aFullWorkerIsAskedAgainLater() throws Exception {
        StandIn worker = worker("w1", Habit.FULL);
        var answer = queen.later("/v1/chat/completions", TestQueen.chat(true), TestQueen.TOKEN);
        await().until(() -> worker.asked.get() == 1);
        await().until(() -> queen.inference.stats().requestsWaiting() == 1);
        worker.becomes(Habit.GOOD);
        assertTrue(answer.get().body().endsWith("data: [DONE]\n\n"));
        assertEquals(2, worker.asked.get());
    }

    @Test
    void aStoppedWorkerIsFoundOutAndReplaced() throws Exception {
        try (ServerSocket stopped = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            queen.register("w0", "demo", "http://127.0.0.1:" + stopped.getLocalPort(), 8);
            long began = System.nanoTime();
            var answer = queen.later("/v1/chat/completions", TestQueen.chat(true), TestQueen.TOKEN);
            await().until(() -> state("w0") == WorkerState.BUSY);
            worker("w1", Habit.GOOD);
            assertEquals(200, answer.get().status());
            assertTrue(System.nanoTime() - began < Duration.ofSeconds(6).toNanos());
            assertEquals(WorkerState.SUSPECT, state("w0"));
        }
    }

    @Test
    void aCallerThatLeavesFreesTheSlot() throws Exception {
        StandIn worker = worker("w1", Habit.HOLDS);
        for (boolean stream : new boolean[] {true, false}) {
            var call = queen.call("/v1/chat/completions", TestQueen.chat(stream), TestQueen.TOKEN);
            Thread.ofVirtual().start(() -> {
                try {
                    TestQueen.of(call);
                } catch (IOException e) {
                    // cancelled below
                }
            });
            int before = worker.left.get();
            int asked = worker.asked.get();
            await().until(() -> worker.asked.get() > asked || worker.asked.get() == 1);
            await().until(() -> state("w1") == WorkerState.BUSY);
            call.cancel();
            await().atMost(Duration.ofSeconds(2)).until(() -> worker.left.get() > before);
            await().atMost(Duration.ofSeconds(2)).until(() -> state("w1") == WorkerState.IDLE);
            assertEquals("cancelled", logged().outcome());
            queen.log.clear();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
