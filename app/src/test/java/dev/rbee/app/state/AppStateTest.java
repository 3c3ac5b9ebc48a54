package dev.rbee.app.state;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppStateTest {
    @TempDir
    Path folder;

    @Test
    void everyKindComesBack() {
        Path file = folder.resolve("app.json");
        try (AppState state = AppState.open(file)) {
            state.put("window.page", "workers");
            state.put("window.width", 1333.5);
            state.put("window.maximised", true);
            state.put("table.hives.columns", List.of("name", "state"));
            state.put("table.hives.sort", "name");
            state.remove("table.hives.sort");
        }
        try (AppState again = AppState.open(file)) {
            assertEquals("workers", again.text("window.page", "home"));
            assertEquals(1333.5, again.number("window.width", 1));
            assertTrue(again.flag("window.maximised", false));
            assertEquals(List.of("name", "state"), again.list("table.hives.columns"));
            assertFalse(again.has("table.hives.sort"));
            assertEquals(List.of("window.maximised", "window.page", "window.width"), again.keys("window."));
            assertNull(again.tree("nothing"));
        }
        assertFalse(Files.exists(folder.resolve("app.json.part")));
    }

    @Test
    void aChangeIsOnTheDiskSoonWithoutClosing() {
        Path file = folder.resolve("app.json");
        try (AppState state = AppState.open(file)) {
            state.put("theme", "dark");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> AppState.open(file).text("theme", "").equals("dark"));
        }
    }

    @Test
    void valuesOfAnotherKindAreDefaults() {
        AppState state = AppState.memory();
        state.put("window.width", "wide");
        assertEquals(1280, state.number("window.width", 1280));
        assertEquals(List.of(), state.list("window.width"));
        assertFalse(state.flag("window.width", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"theme\":\"dark\"} trailing"})
    void aDamagedFileMeansDefaults(String content) throws IOException {
        Path file = folder.resolve("app.json");
        Files.writeString(file, content);
        try (AppState state = AppState.open(file)) {
            assertEquals("system", state.text("theme", "system"));
            state.put("theme", "light");
        }
        assertEquals("light", AppState.open(file).text("theme", "system"));
    }

    @Test
    void watchersHearOfChangesOnly() {
        AppState state = AppState.memory();
        AtomicInteger told = new AtomicInteger();
        state.watch("theme", told::incrementAndGet);
        state.put("theme", "dark");
        state.put("theme", "dark");
        state.put("other", true);
        state.remove("theme");
        assertEquals(2, told.get());
    }

    @Test
    void nothingIsWrittenAfterClosing() {
        Path file = folder.resolve("app.json");
        AppState state = AppState.open(file);
        state.close();
        state.put("theme", "dark");
        state.close();
        assertFalse(Files.exists(file));
    }
}
