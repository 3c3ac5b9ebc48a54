package dev.rbee.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Somebody at the command line: types a command, reads what comes. */
final class Keyboard {
    private final Home home;
    private final Map<String, String> environment;

    Keyboard(Path home, Map<String, String> environment) {
        this.home = Home.at(home);
        this.environment = environment;
    }

    record Screen(int exit, String out, String err) {
        JsonNode json() {
            return Json.tree(out.getBytes(StandardCharsets.UTF_8));
        }
    }

    Screen type(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                false,
                false);
        Surroundings surroundings = new Surroundings(
                environment, home, Installation.current(), terminal, () -> Instant.parse("2026-01-01T00:00:00Z"));
        int exit = Shell.run(surroundings, args);
        return new Screen(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
