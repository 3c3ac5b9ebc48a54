package dev.rbee.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.http.gate.AdminGate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every route with every method, with and without a token, from every kind of page (reliability section 3, 1 and 3). */
class MatrixTest {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH");
    private static final List<String> PATHS =
            List.of("/health", "/v1/health", "/v1/things", "/v1/things/a", "/v1/do", "/metrics", "/nothing", "/");

    private final AtomicInteger handled = new AtomicInteger();
    private final AtomicInteger gated = new AtomicInteger();
    private Server server;

    @BeforeEach
    void start() {
        AdminGate gate = new AdminGate(Call.TOKEN);
        server = ServerSpec.builder("test", "i", (method, path, bearer) -> {
                    gated.incrementAndGet();
                    return gate.admit(method, path, bearer);
                })
                .origins(Set.of("https://chat.example"))
                .hosts(Set.of("rbee.local"))
                .routes(routes -> {
                    for (String path : List.of("/v1/things", "/v1/things/{id}", "/metrics")) {
                        routes.get(path, this::answer);
                    }
                    routes.post("/v1/do", this::answer).delete("/v1/things/{id}", this::answer);
                })
                .start();
    }

    private void answer(Exchange x) {
        handled.incrementAndGet();
        x.json(200, "ok");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int status(String method, String path, String host, String... headers) throws IOException {
        String request = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                + String.join("", headers) + "\r\n";
        String answer = Raw.exchange(server, request);
        assertTrue(answer.startsWith("HTTP/1.1 "), answer);
        return Integer.parseInt(answer.substring(9, 12));
    }

    private String own() {
        return "127.0.0.1:" + server.port();
    }

    private static String token() {
        return "Authorization: Bearer " + Call.TOKEN + "\r\n";
    }

    @Test
    void nothingButHealthAnswersWithoutTheToken() throws IOException {
        for (String path : PATHS) {
            for (String method : METHODS) {
                boolean open = path.endsWith("health") && (method.equals("GET") || method.equals("HEAD"));
                String what = method + " " + path;
                assertEquals(open ? 200 : 401, status(method, path, own()), what);
                assertEquals(open ? 200 : 401, status(method, path, own(), "Authorization: Bearer no\r\n"), what);
                assertEquals(
                        open ? 200 : 401,
                        status(method, path, own(), "Authorization: Basic " + Call.TOKEN + "\r\n"),
                        what);
                assertEquals(open ? 200 : 401, status(method, path, own(), "X-Forwarded-For: 127.0.0.1\r\n"), what);
            }
        }
        assertEquals(0, handled.get());
    }

    @Test
    void foreignPagesAreRefusedBeforeTokenAndHandler() throws IOException {
        List<String[]> foreign = new ArrayList<>();
        for (String host : List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil:80", "0.0.0.0", "[::2]")) {
            foreign.add(new String[] {host, ""});
        }
        for (String origin : List.of(
                "null",
                "http://evil.example",
                "http://localhost",
                "http://localhost:1",
                "https://127.0.0.1.evil",
                "http://127.0.0.1@evil:" + server.port(),
                "file://",
                "https://chat.example.evil",
                "")) {
            foreign.add(new String[] {own(), "Origin: " + origin + "\r\n"});
        }
        for (String site : List.of("cross-site", "same-site", "anything")) {
            foreign.add(new String[] {own(), "Sec-Fetch-Site: " + site + "\r\n"});
        }
        for (String[] page : foreign) {
            for (String path : PATHS) {
                for (String method : METHODS) {
                    assertEquals(
                            403,
                            status(method, path, page[0], page[1], token()),
                            method + " " + path + " " + String.join(" ", page));
                }
            }
        }
        assertEquals(0, handled.get());
        assertEquals(0, gated.get());
    }

    @Test
    void ourOwnNamesAndPagesAreLetIn() throws IOException {
        for (String host : List.of(own(), "localhost", "LOCALHOST:99", "[::1]:" + server.port(), "rbee.local:1")) {
            assertEquals(200, status("GET", "/v1/things", host, token()), host);
        }
        for (String header : List.of(
                "Origin: http://localhost:" + server.port(),
                "Origin: http://127.0.0.1:" + server.port(),
                "Origin: https://chat.example",
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: none")) {
            assertEquals(200, status("GET", "/v1/things", own(), header + "\r\n", token()), header);
        }
    }

    @Test
    void methodsOfKnownRoutes() throws IOException {
        for (String method : METHODS) {
            assertEquals(method.equals("GET") ? 200 : 405, status(method, "/v1/things", own(), token()), method);
            assertEquals(method.equals("POST") ? 200 : 405, status(method, "/v1/do", own(), token()), method);
            assertEquals(404, status(method, "/v1/things/", own(), token()), method);
            assertEquals(404, status(method, "/nothing", own(), token()), method);
        }
    }
}
