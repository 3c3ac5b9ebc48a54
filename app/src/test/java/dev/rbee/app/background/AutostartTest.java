package dev.rbee.app.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutostartTest {
    @TempDir
    Path home;

    @Test
    void itIsAFileOfTheDesktopThatComesAndGoes() throws Exception {
        Autostart start =
                Autostart.of("Linux", Map.of(), home, "/opt/my rbee/rbee").orElseThrow();
        assertFalse(start.on());
        start.set(true);
        assertTrue(start.on());
        String text = Files.readString(home.resolve(".config/autostart/rbee.desktop"));
        assertTrue(text.contains("\nExec=\"/opt/my rbee/rbee\" app --background\n"), text);
        start.set(false);
        start.set(false);
        assertFalse(start.on());
    }

    @Test
    void anotherHomeStartsBesideTheUsualOne() {
        Autostart start = Autostart.of(
                        "Linux", Map.of("RBEE_HOME", "/data/bees", "XDG_CONFIG_HOME", home + "/xdg"), home, "/opt/rbee")
                .orElseThrow();
        assertTrue(start.text().contains("Exec=env \"RBEE_HOME=/data/bees\" \"/opt/rbee\" app --background"));
        assertTrue(start.file().startsWith(home.resolve("xdg/autostart")));
        assertFalse(start.file().endsWith("rbee.desktop"));
    }

    @Test
    void whatTheShellOfTheDesktopReadsIsQuoted() {
        assertEquals("\"a\\\\$b\\\\`c\\\\\"d%%e\\\\\\\\f\"", Autostart.quoted("a$b`c\"d%e\\f"));
    }

    @Test
    void otherSystemsAreNotPromisedIt() {
        assertTrue(Autostart.of("Windows 11", Map.of(), home, "rbee").isEmpty());
        assertTrue(Autostart.of("Mac OS X", Map.of(), home, "rbee").isEmpty());
        assertTrue(Autostart.of("Linux", Map.of(), home, null).isEmpty());
    }
}
