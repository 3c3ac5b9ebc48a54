package dev.rbee.service.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.info.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
    @TempDir
    Path dir;

    private Keyboard.Screen type(String... args) {
        return new Keyboard(dir, Map.of(), new FakeDaemons(null, null)).type(args);
    }

    @Test
    void versionAndHelp() {
        assertEquals(new Keyboard.Screen(0, "rbee " + Version.CURRENT + System.lineSeparator(), ""), type("--version"));
        assertEquals(
                Version.CURRENT,
                type("--json", "--version").json().path("version").asText());
        Keyboard.Screen help = type("--help");
        assertEquals(0, help.exit());
        assertTrue(help.out().contains("Exit code: 0 done, 1 failed, 2 wrong arguments or settings."), help.out());
        assertTrue(help.out().contains("setup"), help.out());
    }

    @Test
    void wrongArgumentsAreUsage() {
        Keyboard.Screen screen = type("confg");
        assertEquals(2, screen.exit());
        assertEquals("", screen.out());
        assertTrue(screen.err().startsWith("rbee: "), screen.err());
        assertTrue(screen.err().contains("Did you mean config"), screen.err());
        Keyboard.Screen option = type("config", "--paht");
        assertEquals(2, option.exit());
        assertTrue(option.err().contains("--path"), option.err());
        Keyboard.Screen json = type("--json", "config", "--nonsense");
        assertEquals(2, json.exit());
        assertEquals("invalid_field", json.json().at("/error/code").asText());
    }

    @Test
    void wrongSettingsAreUsageAndAllSaid() throws IOException {
        Files.writeString(dir.resolve("rbee.toml"), "[queen]\nprot = 1\n[log]\nlevel = \"loud\"\n");
        Keyboard.Screen screen = type("config");
        assertEquals(2, screen.exit());
        assertTrue(screen.err().contains("did you mean queen.port?"), screen.err());
        assertTrue(screen.err().contains("log.level is \"loud\""), screen.err());
        Keyboard.Screen json = type("config", "--json");
        assertEquals(2, json.exit());
        assertEquals("config_invalid", json.json().at("/error/code").asText());
    }

    @Test
    void configShowsValuesAndWhereTheyComeFrom() throws IOException {
        Files.writeString(dir.resolve("rbee.toml"), "[queen]\nport = 1234\n[[hive]]\nhostname = \"gpu\"\n");
        Keyboard.Screen screen = type("config");
        assertEquals(0, screen.exit());
        assertTrue(screen.out().contains("queen.port"), screen.out());
        assertTrue(screen.out().lines().anyMatch(l -> l.matches("queen\\.port +1234 +rbee\\.toml")), screen.out());
        assertTrue(screen.out().lines().anyMatch(l -> l.matches("gpu +network +gpu +7835")), screen.out());
        Keyboard.Screen json = type("config", "--json");
        assertEquals(1234, json.json().at("/settings/queen.port/value").asInt());
        assertEquals("default", json.json().at("/settings/log.level/source").asText());
        assertEquals(
                dir.resolve("rbee.toml") + System.lineSeparator(),
                type("config", "--path").out());
        assertEquals(0, type("config", "--validate").exit());
    }

    @Test
    void tokenPrintsTheTokenAndNothingElse() throws IOException {
        Keyboard.Screen screen = type("token");
        assertEquals(
                new Keyboard.Screen(0, Files.readString(dir.resolve("token")).strip() + System.lineSeparator(), ""),
                screen);
        assertEquals(
                screen.out().strip(),
                type("token", "--json").json().at("/token").asText());
    }
}
