package dev.rbee.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.http.gate.AdminGate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Malformed, endless, slow and vanishing clients (reliability section 3, 11 and 13). */
class HostileTest {
    private static final String HEAD = "Host: localhost\r\nAuthorization: Bearer " + Call.TOKEN + "\r\n";

    private final AtomicBoolean gone = new AtomicBoolean();
    private final AtomicBoolean inside = new AtomicBoolean();
    private Server server;

    @BeforeEach
    void start() {
        server = ServerSpec.builder("test", "i", new AdminGate(Call.TOKEN))
                .grace(Duration.ofMillis(100))
                .limits(Limits.DEFAULT
                        .withDeadlines(Duration.ofMillis(1500), Duration.ofMillis(1500), Duration.ofMillis(800))
                        .withMaxBody(100_000))
                .routes(routes -> routes.post("/v1/body", x -> x.json(200, x.body().length))
                        .post("/v1/unread", x -> x.json(200, "ok"))
                        .get("/v1/ok", x -> x.json(200, "ok"))
                        .get("/v1/slow", x -> {
                            x.onDisconnect(() -> gone.set(true));
                            inside.set(true);
                            await().untilTrue(gone);
                            x.json(200, "too late");
                        })
                        .get("/v1/flood", x -> {
                            try (Sse sse = x.sse()) {
                                while (true) {
                                    sse.data("x".repeat(1000));
                                }
                            } catch (ClientGone e) {
                                gone.set(true);
                            }
                        }))
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void refused(int status, String code, String request) throws IOException {
        String answer = Raw.exchange(server, request);
        String shown = answer.substring(0, Math.min(600, answer.length()));
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), shown);
        assertTrue(answer.contains("\"code\":\"" + code + "\""), shown);
        assertTrue(
                answer.contains("\"type\":")
                        && answer.toLowerCase(Locale.ROOT).contains("content-type: application/json"),
                shown);
    }

    @Test
    void malformedRequestsGetTheEnvelope() throws IOException {
        refused(400, "malformed_request", "HELLO\r\n\r\n");
        refused(400, "malformed_request", "GET /v1/ok\r\n\r\n");
        refused(400, "malformed_request", "GET /v1/ok HTTP/1.0\r\nHost: localhost\r\n\r\n");
        refused(400, "malformed_request", "GET /v1/ok HTTP/2.0\r\nHost: localhost\r\n\r\n");
        refused(400, "malformed_request", "GET /v1/ok HTTP/1.1\r\n\r\n");
        refused(400, "malformed_request", "GET /v1/ok HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\n\r\n");
        refused(400, "malformed_request", "GET /v1/ok HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n");
        refused(400, "malformed_request", "GET /v1/%zz HTTP/1.1\r\n" + HEAD + "\r\n");
        refused(400, "malformed_request", "GET /v1/%00 HTTP/1.1\r\n" + HEAD + "Connection: close\r\n\r\n");
        refused(400, "malformed_request", "GET /v1/%2e%2e/ok HTTP/1.1\r\n" + HEAD + "Connection: close\r\n\r\n");
        refused(400, "malformed_request", "POST /v1/body HTTP/1.1\r\n" + HEAD + "Content-Length: minus\r\n\r\n");
        refused(400, "malformed_request", "POST /v1/body HTTP/1.1\r\n" + HEAD + "Content-Length: -1\r\n\r\n");
        refused(
                400,
                "malformed_request",
                "POST /v1/body HTTP/1.1\r\n" + HEAD + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc");
        refused(
                400,
                "malformed_request",
                "POST /v1/body HTTP/1.1\r\n" + HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n");
    }

    @Test
    void tooMuchIsRefusedFast() throws IOException {
        refused(431, "headers_too_large", "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n" + HEAD + "\r\n");
        refused(431, "headers_too_large", "GET / HTTP/1.1\r\n" + HEAD + "X: " + "a".repeat(40_000) + "\r\n\r\n");
        refused(431, "headers_too_large", "GET / HTTP/1.1\r\n" + HEAD + "X: y\r\n".repeat(9000) + "\r\n");
        refused(413, "body_too_large", "POST /v1/body HTTP/1.1\r\n" + HEAD + "Content-Length: 100001\r\n\r\n");
        refused(
                413,
                "body_too_large",
                "POST /v1/body HTTP/1.1\r\n" + HEAD + "Transfer-Encoding: chunked\r\n\r\nfffff\r\n");
        refused(
                413,
                "body_too_large",
                "POST /v1/body HTTP/1.1\r\n" + HEAD + "Transfer-Encoding: chunked\r\n\r\n" + "1".repeat(2_000_000));
        refused(
                413,
                "body_too_large",
                "POST /v1/body HTTP/1.1\r\n" + HEAD + "Transfer-Encoding: chunked\r\n\r\n"
                        + ("2710\r\n" + "a".repeat(10_000) + "\r\n").repeat(20));
    }

    @Test
    void aRealClientReadsTheRefusalOfAHugeBody() throws IOException {
        for (String path : new String[] {"/v1/body", "/v1/unread", "/v1/ok"}) {
            Call call = Call.admin(server, "POST", path, "x".repeat(10_000_000));
            assertEquals(413, call.status(), path);
            assertEquals("body_too_large", call.code());
        }
    }

    @Test
    void bodiesWithinTheLimitAndUnreadOnesKeepTheConnection() throws IOException {
        try (Raw raw = new Raw(server)) {
            String body = "a".repeat(50_000);
            raw.write("POST /v1/unread HTTP/1.1\r\n" + HEAD + "Content-Length: 50000\r\n\r\n" + body);
            assertTrue(raw.until("\"ok\"").startsWith("HTTP/1.1 200"));
            raw.write("POST /v1/body HTTP/1.1\r\n" + HEAD
                    + "Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n3\r\nfgh\r\n0\r\n\r\n");
            assertTrue(raw.until("\r\n\r\n8").startsWith("HTTP/1.1 200"));
            raw.write("POST /v1/body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc");
            assertTrue(raw.until("}}").startsWith("HTTP/1.1 401"));
            raw.write("GET /v1/ok HTTP/1.1\r\n" + HEAD + "Connection: close\r\n\r\n");
            assertTrue(raw.rest().startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    void dribblersAreCutAndOthersServed() throws IOException {
        List<Raw> dribblers = new ArrayList<>();
        try {
            for (int i = 0; i < 150; i++) {
                dribblers.add(
                        new Raw(server).write(i % 3 == 0 ? "" : i % 3 == 1 ? "GET /v1" : "GET / HTTP/1.1\r\nHost"));
            }
            await().until(() -> server.connections() == 150);
            assertEquals(200, Call.admin(server, "GET", "/v1/ok", null).status());
            long start = System.nanoTime();
            for (Raw raw : dribblers) {
                assertTrue(raw.closedByServer());
            }
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            assertTrue(millis < 5000, "closed after " + millis + " ms");
            await().until(() -> server.connections() <= 1);
        } finally {
            for (Raw raw : dribblers) {
                raw.close();
            }
        }
    }

    @Test
    void aBodyThatNeverComesIsCut() throws IOException {
        try (Raw raw = new Raw(server)) {
            raw.write("POST /v1/body HTTP/1.1\r\n" + HEAD + "Content-Length: 100\r\n\r\nabc");
            assertTrue(raw.closedByServer());
        }
        assertEquals(200, Call.admin(server, "GET", "/v1/ok", null).status());
    }

    @Test
    void aClientThatDoesNotReadIsCut() throws IOException {
        try (Raw raw = new Raw(server)) {
            raw.write("GET /v1/flood HTTP/1.1\r\n" + HEAD + "\r\n");
            await().atMost(Duration.ofSeconds(15)).untilTrue(gone);
        }
    }

    @Test
    void aClientThatLeavesIsNoticedWhileNothingIsWritten() throws IOException {
        Raw raw = new Raw(server);
        raw.write("GET /v1/slow HTTP/1.1\r\n" + HEAD + "\r\n");
        await().untilTrue(inside);
        raw.close();
        await().atMost(Duration.ofSeconds(2)).untilTrue(gone);
        await().until(() -> server.connections() == 0);
    }
}
