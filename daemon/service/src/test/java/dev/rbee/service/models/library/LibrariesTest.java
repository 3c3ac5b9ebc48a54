package dev.rbee.service.models.library;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.rbee.client.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrariesTest {
    private static final Path FILE = Path.of(System.getProperty("rbee.assets"), "library.json");
    private static final LocalDate LATER = LocalDate.of(2099, 1, 1);

    @TempDir
    Path folder;

    private final AtomicLong now = new AtomicLong(-5);
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Http http = new Http();
    private HttpServer server = served();
    private volatile byte[] content = new byte[0];
    private volatile int status = 200;

    private HttpServer served() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void serve() throws IOException {
        content = dated(LATER);
        server.createContext("/library.json", exchange -> {
            String tag = exchange.getRequestHeaders().getFirst("If-None-Match");
            asked.add(String.valueOf(tag));
            exchange.getResponseHeaders().set("ETag", "\"one\"");
            if ("\"one\"".equals(tag)) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.sendResponseHeaders(status, content.length);
                exchange.getResponseBody().write(content);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
        http.close();
    }

    private static byte[] dated(LocalDate day) throws IOException {
        return Files.readString(FILE)
                .replaceFirst("\"updated\": \"[^\"]+\"", "\"updated\": \"" + day + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Libraries open(@Nullable LibrarySource source) {
        return new Libraries(FILE, folder.resolve("library.json"), source, now::get);
    }

    private LibraryUrl source() {
        return new LibraryUrl(http, "http://127.0.0.1:" + server.getAddress().getPort() + "/library.json");
    }

    @Test
    void aNewerOneIsFetchedOnceADayAndKept() {
        Libraries libraries = open(source());
        assertTrue(libraries.current().updated().isBefore(LATER));
        libraries.tick();
        await().until(() -> libraries.current().updated().equals(LATER));
        now.addAndGet(Duration.ofHours(23).toNanos());
        libraries.tick();
        now.addAndGet(Duration.ofHours(2).toNanos());
        await().until(() -> {
            libraries.tick();
            return asked.size() >= 2;
        });
        assertEquals(List.of("null", "\"one\""), asked);
        assertEquals(LATER, open(source()).current().updated());
    }

    @Test
    void withoutAnAddressTheOneOfThisRbeeCounts() {
        assertTrue(open(source()).refresh());
        Libraries still = open(null);
        assertFalse(still.refresh());
        assertTrue(still.current().updated().isBefore(LATER));
        assertFalse(still.current().models().isEmpty());
    }

    @Test
    void aBadOneChangesNothingAndIsAskedForAgain() throws IOException {
        Libraries libraries = open(source());
        for (byte[] bad : List.of(
                "{\"schema\":1".getBytes(StandardCharsets.UTF_8),
                "{\"schema\":1,\"updated\":\"2098-01-01\",\"models\":[]}".getBytes(StandardCharsets.UTF_8),
                new byte[LibrarySource.LARGEST + 1])) {
            content = bad;
            assertFalse(libraries.refresh());
        }
        content = dated(LATER);
        status = 500;
        assertFalse(libraries.refresh());
        assertTrue(libraries.current().updated().isBefore(LATER));
        assertFalse(Files.exists(folder.resolve("library.json")));
        content = dated(LocalDate.of(2001, 1, 1));
        status = 200;
        assertTrue(libraries.refresh(), "sound, but older");
        assertTrue(libraries.current().updated().isAfter(LocalDate.of(2001, 1, 1)));
        assertFalse(Files.exists(folder.resolve("library.json")));
    }

    @Test
    void aDamagedKeptOneIsLeftAside() throws IOException {
        Files.writeString(folder.resolve("library.json"), "{broken");
        assertFalse(open(source()).current().models().isEmpty());
    }

    @Test
    void onlyHttpsOrLoopbackIsAnAddress() {
        for (String url : List.of("http://example.com/l.json", "file:///etc/passwd", "https:///x", "https://u:p@h/x")) {
            assertThrows(IllegalArgumentException.class, () -> new LibraryUrl(http, url), url);
        }
        LibraryUrl gone = new LibraryUrl(http, "https://127.0.0.1:1/x");
        assertThrows(IOException.class, () -> assertNull(gone.fetch(null)));
    }
}
