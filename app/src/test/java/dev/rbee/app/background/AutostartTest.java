package dev.rbee.app.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.background.Autostart.Choice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutostartTest {
    @TempDir
    Path home;

    private Autostart start(String command) {
        return Autostart.of("Linux", Map.of(), home, command).orElseThrow();
    }

    private String written() throws Exception {
        return Files.readString(home.resolve(".config/autostart/rbee.desktop"));
    }

    private String program(String name) throws Exception {
        Path file = home.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "#!/bin/sh\n");
        assertTrue(file.toFile().setExecutable(true));
        return file.toString();
    }

    @Test
    void itIsAFileOfTheDesktopThatComesAndGoes() throws Exception {
        Autostart start = start("/opt/my rbee/rbee");
        assertEquals(Choice.OFF, start.chosen());
        start.set(Choice.HIDDEN);
        assertEquals(Choice.HIDDEN, start.chosen());
        assertTrue(written().contains("\nExec=\"/opt/my rbee/rbee\" app --background\n"), written());
        start.set(Choice.SHOWN);
        assertEquals(Choice.SHOWN, start.chosen());
        assertTrue(written().contains("\nExec=\"/opt/my rbee/rbee\" app\n"), written());
        start.set(Choice.OFF);
        start.set(Choice.OFF);
        assertEquals(Choice.OFF, start.chosen());
    }

    @Test
    void theDesktopsOwnSwitchCounts() throws Exception {
        Autostart start = start("/opt/rbee");
        start.set(Choice.HIDDEN);
        Files.writeString(start.file(), written().replace("enabled=true", "enabled = false"));
        assertEquals(Choice.OFF, start.chosen());
        Files.writeString(start.file(), "[Desktop Entry]\nExec=\"/opt/rbee\" app\nHidden=true\n");
        assertEquals(Choice.OFF, start.chosen());
        start.set(Choice.HIDDEN);
        assertEquals(Choice.HIDDEN, start.chosen());
    }

    @Test
    void anRbeeThatWasMovedStartsFromItsNewPlace() throws Exception {
        start("/gone/rbee 0.1 $x/bin/rbee").set(Choice.HIDDEN);
        Files.writeString(home.resolve(".config/autostart/rbee.desktop"), written() + "X-Own=kept\n");
        start("/opt/rbee/bin/rbee").renew();
        assertTrue(written().contains("\nExec=\"/opt/rbee/bin/rbee\" app --background\n"), written());
        assertTrue(written().endsWith("X-Own=kept\n"), written());

        start("/gone/bin/rbee").set(Choice.SHOWN);
        start("/opt/rbee/bin/rbee").renew();
        assertEquals(Choice.SHOWN, start("/opt/rbee/bin/rbee").chosen());
    }

    @Test
    void anotherRbeeThatIsThereKeepsItsStart() throws Exception {
        String other = program("my %rbee/bin/rbee");
        start(other).set(Choice.HIDDEN);
        String before = written();
        start("/opt/rbee/bin/rbee").renew();
        assertEquals(before, written());
        Files.delete(Path.of(other));
        start("/opt/rbee/bin/rbee").renew();
        assertTrue(written().contains("Exec=\"/opt/rbee/bin/rbee\" app"), written());
    }

    @Test
    void whatSomebodyElseWroteStays() throws Exception {
        Autostart start = start("/opt/rbee/bin/rbee");
        start.renew();
        assertFalse(Files.exists(start.file()), "nothing is set up by that");
        start.set(Choice.HIDDEN);
        for (String own : List.of("Exec=flatpak run org.rbee\n", "Exec=rbee app\n", "Exec=\n", "nothing\n")) {
            Files.writeString(start.file(), own);
            start.renew();
            assertEquals(own, written());
        }
    }

    @Test
    void anotherHomeStartsBesideTheUsualOne() throws Exception {
        Map<String, String> environment = Map.of("RBEE_HOME", "/data/bees", "XDG_CONFIG_HOME", home + "/xdg");
        Autostart start = Autostart.of("Linux", environment, home, "/opt/rbee").orElseThrow();
        assertTrue(
                start.text(Choice.HIDDEN).contains("Exec=env \"RBEE_HOME=/data/bees\" \"/opt/rbee\" app --background"));
        assertTrue(start.file().startsWith(home.resolve("xdg/autostart")));
        assertFalse(start.file().endsWith("rbee.desktop"));
        Autostart.of("Linux", environment, home, "/gone/rbee").orElseThrow().set(Choice.HIDDEN);
        start.renew();
        assertEquals(start.text(Choice.HIDDEN), Files.readString(start.file()));
    }

    @Test
    void whatTheShellOfTheDesktopReadsIsQuoted() {
        assertEquals("\"a\\\\$b\\\\`c\\\\\"d%%e\\\\\\\\f\"", ExecLine.quoted("a$b`c\"d%e\\f"));
        for (String path : List.of("/a", "/a b", "/a$b`c\"d%e\\f", "/ü/é=x")) {
            assertEquals(path, ExecLine.program(ExecLine.quoted(path) + " app --background"));
            assertEquals(path, ExecLine.program("env " + ExecLine.quoted("A=/b c") + " " + ExecLine.quoted(path)));
        }
        assertEquals("/usr/bin/rbee", ExecLine.program("/usr/bin/rbee app"));
        assertNull(ExecLine.program("env A=b"));
        assertNull(ExecLine.program(""));
    }

    @Test
    void otherSystemsAreNotPromisedIt() {
        assertTrue(Autostart.of("Windows 11", Map.of(), home, "rbee").isEmpty());
        assertTrue(Autostart.of("Mac OS X", Map.of(), home, "rbee").isEmpty());
        assertTrue(Autostart.of("Linux", Map.of(), home, null).isEmpty());
    }
}
