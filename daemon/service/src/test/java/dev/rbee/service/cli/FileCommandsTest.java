package dev.rbee.service.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.service.home.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that read this machine's files: {@code logs} and {@code diagnose}. */
class FileCommandsTest {
    private static final String TOKEN = "plain admin words 4711";
    private static final String VARIABLE = "environment~secret~1";

    @TempDir
    Path dir;

    private Home home;
    private FakeDaemons daemons;
    private Keyboard keyboard;

    @BeforeEach
    void prepare() throws IOException {
        home = Home.at(dir.resolve("home")).create();
        Files.writeString(home.tokenFile(), TOKEN + "\n");
        Files.createDirectories(home.logs());
        Files.writeString(
                home.logs().resolve("rbee.log"),
                "one\nAuthorization: Bearer " + TOKEN + "\nkey " + VARIABLE + " and password=hunter2\n");
        daemons = new FakeDaemons(null, null);
        keyboard = new Keyboard(home.path(), Map.of("HF_TOKEN", VARIABLE), daemons);
    }

    @Test
    void theBundleIsWrittenWithoutSecrets() throws IOException {
        Path zip = dir.resolve("bundle.zip");
        Keyboard.Screen screen = keyboard.type("diagnose", "--out", zip.toString());
        assertEquals(0, screen.exit(), screen.err());
        List<String> said = screen.out().lines().toList();
        assertEquals(zip.toString(), said.getFirst());
        assertEquals("Look into it before you give it away.", said.getLast());
        try (ZipFile file = new ZipFile(zip.toFile())) {
            List<String> names = file.stream().map(ZipEntry::getName).toList();
            assertEquals(said.subList(1, said.size() - 1), names);
            assertTrue(names.containsAll(List.of("about.txt", "settings.txt", "fleet.json", "logs/rbee.log")));
            for (String name : names) {
                String text =
                        new String(file.getInputStream(file.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
                for (String secret : List.of(TOKEN, VARIABLE, "hunter2")) {
                    assertFalse(text.contains(secret), name + " has " + secret);
                }
            }
        }
        assertEquals(
                zip.toString(),
                keyboard.type("diagnose", "--json", "--out", zip.toString())
                        .json()
                        .path("path")
                        .asText());
    }

    @Test
    void whereItCannotBeWrittenThatIsSaid() {
        Path nowhere = dir.resolve("no/such/folder/bundle.zip");
        Keyboard.Screen screen = keyboard.type("diagnose", "--out", nowhere.toString());
        assertEquals(1, screen.exit());
        assertTrue(screen.err().startsWith("rbee: Cannot write " + nowhere), screen.err());
        assertTrue(screen.err().contains("hint: Name a file in a folder that is there and yours."), screen.err());
        assertEquals("", screen.out());
        assertFalse(Files.exists(nowhere.getParent()));
        assertEquals(2, keyboard.type("diagnose", "--ouch").exit());
        assertEquals(2, keyboard.type("diagnose", "here.zip").exit());
    }

    @Test
    void theLogIsFollowedUntilCtrlCWhichIsNoFailure() {
        daemons.interruptOnce();
        Keyboard.Screen screen = keyboard.type("logs", "--follow", "-n", "1");
        assertEquals(0, screen.exit(), screen.err());
        assertTrue(screen.out().startsWith("key "), screen.out());
        assertEquals(List.of("handled true"), daemons.calls);
        assertEquals(1, keyboard.type("logs", "-f", "--hive").exit(), "there is no such log");
    }

    @Test
    void whatComesIsReadInWholeLinesAlsoWhenTheFileBeginsAnew() throws IOException {
        Path file = dir.resolve("some.log");
        Files.writeString(file, "a\nb\nc\n");
        GrowingFile log = new GrowingFile(file);
        assertEquals(List.of("b", "c"), log.tail(2));
        assertEquals(List.of(), log.more());
        append(file, "d\nhal");
        assertEquals(List.of("d"), log.more());
        append(file, "f\n");
        assertEquals(List.of("half"), log.more());
        Files.writeString(file, "new\n");
        assertEquals(List.of("new"), log.more());
        Files.delete(file);
        assertEquals(List.of(), log.more());
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }
}
