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
import java.util.List;
import java.util.Map;

/** Somebody at the command line: types a command, reads what comes. */
final class Keyboard {
    private final Home home;
    private final Map<String, String> environment;
    private final Daemons daemons;
    private final boolean person;

    Keyboard(Path home, Map<String, String> environment, Daemons daemons) {
        this(Home.at(home), environment, daemons, false);
    }

    private Keyboard(Home home, Map<String, String> environment, Daemons daemons, boolean person) {
        this.home = home;
        this.environment = environment;
        this.daemons = daemons;
        this.person = person;
    }

    /** The same with somebody at the other end of all three streams, who likes no colours. */
    Keyboard atATerminal() {
        return new Keyboard(home, environment, daemons, true);
    }

    /** What came of it. */
    record Screen(int exit, String out, String err) {
        JsonNode json() {
            return Json.tree(out.getBytes(StandardCharsets.UTF_8));
        }

        List<JsonNode> jsonLines() {
            return out.lines().map(line -> Json.read(line, JsonNode.class)).toList();
        }
    }

    Screen type(String... args) {
        return typeWith("", args);
    }

    Screen typeWith(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                person,
                person,
                person,
                false);
        Surroundings surroundings =
                new Surroundings(environment, home, Installation.current(), terminal, () -> FakeQueen.NOW, daemons);
        int exit = Shell.run(surroundings, args);
        return new Screen(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
