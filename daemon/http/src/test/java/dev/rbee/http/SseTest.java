package dev.rbee.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.http.gate.AdminGate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SseTest {
    private static final String HEAD = "Host: localhost\r\nAuthorization: Bearer " + Call.TOKEN + "\r\n";

    private static Server server(Handler handler, Duration grace) {
        return ServerSpec.builder("test", "i", new AdminGate(Call.TOKEN))
                .grace(grace)
                .routes(routes -> routes.get("/v1/events", handler).get("/v1/ok", x -> x.json(200, "ok")))
                .start();
    }

    private static Raw open(Server server) throws IOException {
        Raw raw = new Raw(server);
        raw.write("GET /v1/events HTTP/1.1\r\n" + HEAD + "\r\n");
        return raw;
    }

    @Test
    void headAtOnceEventsAndPings() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (Server server = server(
                        x -> {
                            try (Sse sse = x.sse()) {
                                go.await();
                                sse.event("7", "worker", Map.of("a", 1));
                                sse.data("two\nlines");
                                sse.comment("note");
                                sse.awaitClosed();
                            }
                        },
                        Duration.ofMillis(50));
                Raw raw = open(server)) {
            String head = raw.until(": ok\n\n");
            assertTrue(head.contains("text/event-stream") && head.contains("chunked"), head);
            go.countDown();
            assertTrue(raw.until("{\"a\":1}\n\n").contains("id: 7\nevent: worker\ndata: "));
            assertTrue(raw.until(": note").contains("data: two\ndata: lines\n\n"));
            String ping = raw.until(": ping");
            assertTrue(ping.length() < 40, ping);
        }
    }

    @Test
    void anEndedStreamLeavesTheConnectionForTheNextRequest() throws IOException {
        try (Server server = server(
                        x -> {
                            try (Sse sse = x.sse()) {
                                sse.data("[DONE]");
                            }
                        },
                        Duration.ofMillis(50));
                Raw raw = open(server)) {
            raw.until("0\r\n\r\n");
            raw.write("GET /v1/ok HTTP/1.1\r\n" + HEAD + "Connection: close\r\n\r\n");
            assertTrue(raw.rest().startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    void closingEndsEndlessStreamsAtOnceAndLetsOthersFinish() throws IOException {
        AtomicReference<@Nullable Sse> running = new AtomicReference<>();
        CountDownLatch finish = new CountDownLatch(1);
        Server server = ServerSpec.builder("test", "i", new AdminGate(Call.TOKEN))
                .grace(Duration.ofSeconds(5))
                .routes(routes -> routes.get(
                                "/v1/events", x -> x.sse().endless().awaitClosed())
                        .get("/v1/answer", x -> {
                            try (Sse sse = x.sse()) {
                                running.set(sse);
                                finish.await();
                                sse.data("last");
                            }
                        }))
                .start();
        try (Raw endless = open(server);
                Raw answer = new Raw(server).write("GET /v1/answer HTTP/1.1\r\n" + HEAD + "\r\n")) {
            endless.until(": ok");
            answer.until(": ok");
            Thread closing = Thread.ofVirtual().start(server::close);
            assertTrue(endless.rest().endsWith("0\r\n\r\n"));
            assertTrue(closing.isAlive());
            finish.countDown();
            assertTrue(answer.rest().contains("data: last\n\n"));
            await().until(() -> !closing.isAlive());
        }
    }

    @Test
    void aDefectInTheMiddleCutsTheStream() throws IOException {
        try (Server server = server(
                        x -> {
                            OutputStream out = x.stream(200, "text/plain");
                            out.write("half".getBytes(StandardCharsets.UTF_8));
                            out.flush();
                            throw new IllegalStateException("broken");
                        },
                        Duration.ofMillis(50));
                Raw raw = open(server)) {
            String all = raw.rest();
            assertTrue(all.contains("half"), all);
            assertFalse(all.endsWith("0\r\n\r\n"), all);
        }
    }

    @Test
    void afterTheEndNothingCanBeSent() throws IOException {
        AtomicReference<@Nullable Sse> kept = new AtomicReference<>();
        try (Server server = server(x -> kept.set(x.sse()), Duration.ofMillis(50));
                Raw raw = open(server)) {
            raw.until("0\r\n\r\n");
            Sse sse = kept.get();
            assertTrue(sse != null && !sse.isOpen());
            assertThrows(ClientGone.class, () -> sse.data("late"));
            assertEquals(1, server.connections());
        }
    }
}
