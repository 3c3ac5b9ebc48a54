package dev.rbee.service.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Commands that messages tell people to type are commands there are, with what follows them. */
class HintsTest {
    /** Words of a sentence that goes on behind a command; any other word in small letters must belong to the command. */
    private static final Set<String> PROSE = Set.of(
            "adds", "adopts", "fetches", "finds", "goes", "helps", "looks", "makes", "names", "or", "over", "packs",
            "prints", "says", "shows", "starts", "takes", "talks", "tells", "tries", "there", "to");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern COMMAND = Pattern.compile("(?<![\\w/.-])(`?)rbee ((?:[^`.;:,()\\\\]|\\.(?=\\w))+)");

    @TempDir
    Path dir;

    @Test
    void everyCommandInAMessageExists() throws IOException {
        CommandLine rbee = commands();
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (Path file : sources()) {
            for (String text : texts(file)) {
                for (Matcher found = COMMAND.matcher(text); found.find(); ) {
                    List<String> words = List.of(found.group(2).strip().split("\\s+"));
                    if (rbee.getSubcommands().containsKey(words.getFirst())) {
                        seen++;
                    } else if (found.group(1).isEmpty() || words.getFirst().matches("-.*|app")) {
                        continue; // rbee the product, or a word of the program around the commands
                    }
                    String fault = fault(rbee, words);
                    if (fault != null) {
                        wrong.add(file.getFileName() + ": \"" + text + "\": " + fault);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(seen > 60, seen + " commands found");
    }

    @Test
    void aWrongOneIsFound() throws IOException {
        CommandLine rbee = commands();
        assertEquals("logs takes no \"hive\"", fault(rbee, List.of("logs", "hive")));
        assertEquals("hive has no command \"log\"", fault(rbee, List.of("hive", "log", "gpu")));
        assertEquals("logs has no option --all", fault(rbee, List.of("logs", "--all")));
        assertNull(fault(rbee, List.of("logs", "--hive")));
        assertNull(fault(rbee, List.of("worker", "logs", "w-1")));
        assertNull(fault(rbee, List.of("hive", "list", "names", "them")));
    }

    /** What is wrong with it; null where it can be typed, or is a part of something that can. */
    private static @Nullable String fault(CommandLine rbee, List<String> words) {
        CommandLine command = rbee;
        int at = 0;
        while (at < words.size()) {
            CommandLine below = command.getSubcommands().get(words.get(at));
            if (below == null) {
                break;
            }
            command = below;
            at++;
        }
        String name = command.getCommandName();
        int places = command.getCommandSpec().positionalParameters().size();
        for (String word : words.subList(at, words.size())) {
            if (word.startsWith("-")) {
                if (command.getCommandSpec().findOption(word.replaceFirst("=.*", "")) == null) {
                    return name + " has no option " + word;
                }
                return null; // its value, and whatever follows
            }
            if (PROSE.contains(word)) {
                return null;
            }
            if (places-- > 0) {
                continue;
            }
            return command.getSubcommands().isEmpty()
                    ? name + " takes no \"" + word + "\""
                    : name + " has no command \"" + word + "\"";
        }
        return null;
    }

    private CommandLine commands() {
        Terminal nobody = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(OutputStream.nullOutputStream()),
                false,
                false,
                false,
                false);
        return Shell.commands(new Surroundings(
                Map.of(),
                Home.at(dir),
                Installation.current(),
                nobody,
                () -> FakeQueen.NOW,
                new FakeDaemons(null, null)));
    }

    /** Java literals one by one, words.properties line by line. */
    private static List<String> texts(Path file) throws IOException {
        String all = Files.readString(file);
        if (file.toString().endsWith(".properties")) {
            return all.lines()
                    .map(line -> line.substring(line.indexOf('=') + 1))
                    .toList();
        }
        return LITERAL.matcher(all).results().map(found -> found.group(1)).toList();
    }

    private static List<Path> sources() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("mvnw"))) {
            root = Objects.requireNonNull(root.getParent());
        }
        List<Path> all = new ArrayList<>();
        for (String module :
                List.of("daemon/contract", "daemon/client", "daemon/http", "daemon/service", "worker-runtime", "app")) {
            try (var files = Files.walk(root.resolve(module).resolve("src/main"))) {
                files.filter(file -> file.toString().matches(".*\\.(java|properties)"))
                        .forEach(all::add);
            }
        }
        return all;
    }
}
