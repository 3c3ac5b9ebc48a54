package dev.rbee.service.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.service.boot.Start.Program;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartTest {
    private static Start start(String... words) {
        return Start.of(List.of(words), true);
    }

    @Test
    void withoutWordsItIsTheWindowWhereThereIsADisplay() {
        assertEquals(new Start(Program.APPLICATION, List.of()), start());
        assertEquals(new Start(Program.DAEMON, List.of()), Start.of(List.of(), false));
    }

    @Test
    void filesAndLinksOpenTheWindow() {
        assertEquals(new Start(Program.APPLICATION, List.of("/m/Llama.GGUF")), start("/m/Llama.GGUF"));
        assertEquals(new Start(Program.APPLICATION, List.of("rbee://chat?x=1")), start("rbee://chat?x=1"));
        assertEquals(new Start(Program.APPLICATION, List.of("--background")), start("app", "--background"));
        assertEquals(
                new Start(Program.APPLICATION, List.of("rbee:nonsense", "b.gguf")), start("rbee:nonsense", "b.gguf"));
        assertEquals(new Start(Program.APPLICATION, List.of("file:///m/a%20b.gguf")), start("file:///m/a%20b.gguf"));
        assertEquals(Program.APPLICATION, Start.of(List.of("a.gguf"), false).program());
        assertEquals(Program.COMMAND, start("-a.gguf").program());
    }

    @Test
    void whereThereIsNoDisplayTheWayWithoutIsNamed() {
        assertTrue(Display.missing(List.of("a.gguf")).contains("rbee model import"));
        assertTrue(Display.missing(List.of("rbee://chat")).contains("links open in the window"));
        assertTrue(Display.missing(List.of()).contains("rbee --help"));
    }

    @Test
    void partsRunAndTheirCommandsEnd() {
        for (List<String> words : List.of(
                List.of("--daemon"),
                List.of("--daemon", "--port", "1"),
                List.of("queen"),
                List.of("registry", "--port", "0"),
                List.of("hive"),
                List.of("hive", "--with-parent"),
                List.of("worker", "--model", "demo"))) {
            assertEquals(new Start(Program.DAEMON, words), Start.of(words, true), words.toString());
        }
        for (List<String> words : List.of(
                List.of("--version"),
                List.of("hive", "list"),
                List.of("worker", "stop", "w-1"),
                List.of("worker", "--help"),
                List.of("model", "import", "a.gguf"),
                List.of("infer", "--prompt", "x.gguf"),
                List.of("nonsense"))) {
            assertEquals(new Start(Program.COMMAND, words), Start.of(words, true), words.toString());
        }
    }

    @Test
    void aDisplayIsToldByTheEnvironmentOrTheSystem() {
        assertFalse(Display.there("Linux", Map.of()));
        assertFalse(Display.there("Linux", Map.of("DISPLAY", "")));
        assertTrue(Display.there("Linux", Map.of("DISPLAY", ":0")));
        assertTrue(Display.there("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")));
        assertTrue(Display.there("Mac OS X", Map.of()));
        assertTrue(Display.there("Windows 11", Map.of()));
    }

    @Test
    void theDaemonsProgramRunsTheDaemonUnlessAPartIsNamed() {
        assertEquals(List.of("--daemon"), DaemonMain.words(List.of()));
        assertEquals(List.of("--daemon", "--port", "0"), DaemonMain.words(List.of("--port", "0")));
        assertEquals(List.of("--json", "--daemon"), DaemonMain.words(List.of("--json", "--daemon")));
        assertEquals(List.of("queen"), DaemonMain.words(List.of("queen")));
    }
}
