package dev.rbee.app.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every word that people read stands in a bundle, every key is there and used, every format can be read. */
class WordsTest {
    /** Names that are the same in every language, and what is compared with words of other programs. */
    private static final Set<String> NAMES = Set.of(
            "Continue",
            "Python",
            "Open WebUI",
            "Esc",
            "LLLL yyyy",
            "Phase.java: Connect",
            "Phase.java: Start",
            "Call.java: Call");

    private static final Pattern SQL = Pattern.compile(
            "(SELECT|INSERT|UPDATE|DELETE|PRAGMA|WHERE|BEGIN|SAVEPOINT|ROLLBACK|RELEASE|CREATE|words w|messages m\\b).*|id, .*",
            Pattern.DOTALL);

    private static final Pattern USE = Pattern.compile("(\\bWORDS|\\bWords\\.of\\(\\w+\\.class\\))\\s*\\.get\\(\\s*$");
    /** Sentences, names of two words, and words that begin like one: what people read. */
    private static final Pattern READ =
            Pattern.compile("\\p{L}[\\p{L}'’]*[,.:…]? \\p{L}+.*|\\p{Lu}\\p{Ll}{2,}[….:]?|.*\\p{L}…", Pattern.DOTALL);
    /** Where text is none that people read in the window: logs, defects, wire, checks of the compiler. */
    private static final Pattern INSIDE = Pattern.compile(
            "LOG\\.\\w+\\(|\\bLOG\\b|@SuppressWarnings|IllegalStateException\\(|IllegalArgumentException\\(|AssertionError\\("
                    + "|SQLException\\(|\\bIOException\\(|InterruptedException\\(|InterruptedIOException\\(|CancellationException\\(|requireNonNull\\(|UncheckedIOException\\(|UnsupportedOperationException\\(|Pattern\\.compile\\("
                    + "|\\.header\\(|\\.prepare\\(|\\bSQL\\b|DateTimeFormatter|Font\\.font\\(|loadFont|\\.name\\(\"|Class\\.forName");

    @Test
    void everyKeyThatIsAskedForIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (var part : Source.all().entrySet()) {
            Set<String> keys = bundle(part.getKey()).stringPropertyNames();
            for (Source source : part.getValue()) {
                for (Source.Literal literal : source.literals()) {
                    if (USE.matcher(literal.before()).find()
                            && keys.stream()
                                    .noneMatch(key -> key.equals(literal.text())
                                            || (literal.text().endsWith(".") && key.startsWith(literal.text())))) {
                        missing.add(source.name() + ": " + literal.text());
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        List<String> idle = new ArrayList<>();
        for (var part : Source.all().entrySet()) {
            Set<String> literals = part.getValue().stream()
                    .flatMap(source -> source.literals().stream())
                    .map(Source.Literal::text)
                    .collect(Collectors.toSet());
            for (String key : new TreeSet<>(bundle(part.getKey()).stringPropertyNames())) {
                boolean used = literals.contains(key)
                        || literals.stream()
                                .anyMatch(text -> (text.endsWith(".") && key.startsWith(text))
                                        || (text.startsWith(".") && key.endsWith(text)));
                if (!used) {
                    idle.add(part.getKey() + ": " + key);
                }
            }
        }
        assertEquals(List.of(), idle);
    }

    @Test
    void formatsCanBeReadAndKeysAreOfOneKind() throws IOException {
        for (String part : Source.all().keySet()) {
            Properties words = bundle(part);
            for (String key : words.stringPropertyNames()) {
                String text = words.getProperty(key);
                assertTrue(key.matches("[a-z0-9]+([._-][a-z0-9]+)*"), part + ": " + key);
                assertTrue(!text.isBlank(), part + ": " + key + " says nothing");
                assertTrue(!text.endsWith("!"), part + ": " + key + " shouts");
                if (text.matches("(?s).*\\{\\d.*")) {
                    new MessageFormat(text, Locale.ROOT);
                    Matcher alone = Pattern.compile("(?<!')'(?!')").matcher(text);
                    assertTrue(!alone.find(), part + ": " + key + " needs its apostrophes twice");
                }
            }
        }
    }

    @Test
    void noWordsStandInTheCode() {
        List<String> found = new ArrayList<>();
        for (var part : Source.all().entrySet()) {
            for (Source source : part.getValue()) {
                for (Source.Literal literal : source.literals()) {
                    if (READ.matcher(literal.text()).matches()
                            && !NAMES.contains(literal.text())
                            && !NAMES.contains(source.name() + ": " + literal.text())
                            && !SQL.matcher(literal.text()).matches()
                            && !INSIDE.matcher(literal.before()).find()) {
                        found.add(part.getKey() + "/" + source.name() + ": " + literal.text());
                    }
                }
            }
        }
        assertEquals(List.of(), found);
    }

    private static Properties bundle(String part) throws IOException {
        Properties words = new Properties();
        Path file = Path.of("src/main/resources/dev/rbee/app/" + part.replace('.', '/') + "/words.properties");
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                words.load(in);
            }
        }
        return words;
    }
}
