package dev.rbee.service.queen.inference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.WorkerGate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A worker with bad habits on demand. */
final class StandIn implements AutoCloseable {
    /** What it does when it is asked. */
    enum Habit {
        /** answers */
        GOOD,
        /** cuts the connection after the role */
        DIES_EARLY,
        /** cuts the connection after three tokens */
        DIES_MIDWAY,
        /** ends the stream after three tokens as if that were all */
        STOPS_SHORT,
        /** says nothing but the role until it is let go */
        HOLDS,
        /** says three tokens, and the rest when it is let go */
        PAUSES,
        /** 503 */
        FULL,
        /** 400 with an envelope */
        REFUSES,
        /** an error event after two tokens */
        COMPLAINS
    }

    static final int TOKENS = 8;

    final String id;
    final AtomicInteger asked = new AtomicInteger();
    final AtomicInteger left = new AtomicInteger();
    final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
    final CountDownLatch go = new CountDownLatch(1);
    private final Server server;
    private volatile Habit habit;

    StandIn(String id, String token, Habit habit) {
        this.id = id;
        this.habit = habit;
        this.server = ServerSpec.builder(
                        "worker", id, new WorkerGate(Keys.workerKey(token, id), Keys.fingerprint(token)))
                .grace(Duration.ofMillis(100))
                .routes(routes -> routes.post("/v1/chat/completions", this::chat)
                        .post("/v1/embeddings", this::embed)
                        .post("/v1/infer", this::infer))
                .start();
    }

    void becomes(Habit next) {
        habit = next;
    }

    String url() {
        return server.url();
    }

    private void chat(Exchange x) throws Exception {
        asked.incrementAndGet();
        JsonNode body = x.json();
        bodies.add(body);
        early();
        if (!body.path("stream").asBoolean()) {
            x.onDisconnect(left::incrementAndGet);
            hold();
            x.json(
                    200,
                    Map.of(
                            "id", id,
                            "choices", List.of(Map.of("message", Map.of("role", "assistant", "content", "hello"))),
                            "usage", Map.of("prompt_tokens", 3, "completion_tokens", 5, "total_tokens", 8)));
            return;
        }
        OutputStream out = x.stream(200, "text/event-stream");
        x.onDisconnect(left::incrementAndGet);
        send(out, "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n");
        tokens(
                body,
                out,
                "data: {\"choices\":[{\"delta\":{\"content\":\"%s\"}}]}\n\n",
                "data: {\"error\":{\"message\":\"broke\"}}\n\n");
        if (habit == Habit.GOOD || habit == Habit.HOLDS || habit == Habit.PAUSES) {
            send(
                    out,
                    "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"timings\":{\"predicted_ms\":80.0}}\n\n");
            send(out, "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":8}}\n\n");
            send(out, "data: [DONE]\n\n");
        }
    }

    private void infer(Exchange x) throws Exception {
        asked.incrementAndGet();
        bodies.add(x.json());
        early();
        OutputStream out = x.stream(200, "text/event-stream");
        send(
                out,
                ": ok\n\nevent: started\ndata: {\"type\":\"started\",\"request_id\":\"r\",\"worker_id\":\"" + id
                        + "\"}\n\n");
        tokens(
                x.json(),
                out,
                "event: token\ndata: {\"type\":\"token\",\"token\":\"%s\",\"index\":0}\n\n",
                "event: error\ndata: {\"type\":\"error\",\"code\":\"worker_failed\",\"message\":\"broke\"}\n\n");
        if (habit == Habit.GOOD) {
            send(
                    out,
                    "event: metrics\ndata: {\"type\":\"metrics\",\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":8}}\n\n");
            send(out, "event: end\ndata: {\"type\":\"end\",\"finish_reason\":\"stop\"}\n\n");
        }
    }

    private void embed(Exchange x) {
        asked.incrementAndGet();
        x.json(200, Map.of("object", "list", "data", List.of(Map.of("index", 0, "embedding", List.of(0.5)))));
    }

    private void early() {
        if (habit == Habit.FULL) {
            throw ProblemException.of(ProblemCode.DRAINING, "full", null);
        }
        if (habit == Habit.REFUSES) {
            throw ProblemException.of(ProblemCode.CONTEXT_LENGTH_EXCEEDED, "900 tokens do not fit 512", null);
        }
    }

    private void hold() throws InterruptedException {
        if (habit == Habit.HOLDS) {
            letGo();
        }
    }

    private void letGo() throws InterruptedException {
        if (!go.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("never let go");
        }
    }

    private void tokens(JsonNode body, OutputStream out, String form, String error)
            throws IOException, InterruptedException {
        Habit now = habit;
        if (now == Habit.DIES_EARLY) {
            throw new IllegalStateException("dies");
        }
        hold();
        for (int i = body.path("continue_from").path("tokens").asInt(0); i < TOKENS; i++) {
            if (i == 3 && now == Habit.DIES_MIDWAY) {
                send(out, "data: {\"half an ev");
                throw new IllegalStateException("dies");
            }
            if (i == 3 && now == Habit.PAUSES) {
                letGo();
            }
            if (i == 3 && now == Habit.STOPS_SHORT) {
                return;
            }
            if (i == 2 && now == Habit.COMPLAINS) {
                send(out, error);
                return;
            }
            send(out, form.replace("%s", "t" + i + " "));
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** A piece of what it was asked. */
    String lastModel() {
        return Json.write(bodies.getLast().path("model"));
    }

    @Override
    public void close() {
        go.countDown();
        server.close();
    }
}
