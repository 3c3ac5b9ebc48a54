package dev.rbee.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownComponentsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path home;

    private KnownComponents known() {
        return new KnownComponents(home.resolve("known_components.json"));
    }

    @Test
    void latestFirstOnePerComponent() {
        known().remember("queen", "a", "http://127.0.0.1:1", NOW);
        known().remember("queen", "b", "http://127.0.0.1:2", NOW);
        known().remember("queen", "a", "http://127.0.0.1:3", NOW);
        known().remember("registry", "registry", "http://127.0.0.1:4", NOW);
        assertEquals(List.of("http://127.0.0.1:3", "http://127.0.0.1:2"), known().urls("queen"));
        known().forget("queen", "a");
        assertEquals(List.of("http://127.0.0.1:2"), known().urls("queen"));
    }

    @Test
    void aMissingOrDamagedFileIsAnEmptyOne() throws IOException {
        assertEquals(List.of(), known().urls("queen"));
        Files.writeString(home.resolve("known_components.json"), "{\"components\":[{\"kind");
        assertEquals(List.of(), known().urls("queen"));
        known().remember("queen", "a", "http://127.0.0.1:1", NOW);
        assertEquals(1, known().all("queen").size());
    }

    @Test
    void whatIsNoNewsIsNotWritten() throws IOException {
        known().remember("queen", "a", "http://127.0.0.1:1", NOW);
        Path file = home.resolve("known_components.json");
        String before = Files.readString(file);
        known().remember("queen", "a", "http://127.0.0.1:1", NOW.plusSeconds(30));
        assertEquals(before, Files.readString(file));
        known().remember("queen", "a", "http://127.0.0.1:1", NOW.plusSeconds(61));
        assertEquals(NOW.plusSeconds(61), known().all("queen").getFirst().seen());
    }

    @Test
    void writersAtTheSameTimeLoseNothing() throws InterruptedException {
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String id = "w" + i;
            writers.add(Thread.ofVirtual().start(() -> known().remember("worker", id, "http://127.0.0.1:9", NOW)));
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertEquals(40, known().all("worker").size());
    }
}
