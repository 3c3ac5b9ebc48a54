package dev.rbee.service.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.service.update.SignedFeed;
import dev.rbee.service.update.feed.Release;
import dev.rbee.service.update.feed.Target;
import dev.rbee.testing.HubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rbee update} against a feed over real HTTP. */
class UpdateCommandTest {
    private static final String REPO = "rbee/releases";

    @TempDir
    Path dir;

    private final KeyPair keys = SignedFeed.pair();
    private final HubServer server = HubServer.start();
    private Keyboard keyboard;

    @BeforeEach
    void start() throws IOException {
        keyboard = new Keyboard(dir, Map.of(), new FakeDaemons("", null));
        Files.writeString(
                dir.resolve("rbee.toml"),
                "[update]\nfeed = \"" + server.plainUrl(REPO, "feed.json") + "\"\nkeys = [\"" + SignedFeed.text(keys)
                        + "\"]\n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void publish(SignedFeed feed) {
        SignedFeed dated = feed.expires(InstantSource.system().instant().plus(Duration.ofDays(1)));
        server.repo(REPO).file("feed.json", dated.document());
        server.repo(REPO).file("feed.json.sig", dated.signatures(keys));
    }

    @Test
    void whatThereIsAndWhatToDo() {
        Target here = Target.of(System.getProperty("os.name"), System.getProperty("os.arch"), "deb");
        publish(new SignedFeed()
                .release(
                        "999.0.0",
                        new Release.Package(
                                here.system(), here.arch(), "deb", "https://example.org/a.deb", 5, "0".repeat(64))));
        Keyboard.Screen screen = keyboard.type("update");
        assertEquals(0, screen.exit(), screen.err());
        assertTrue(screen.out().contains("rbee 999.0.0"), screen.out());
        assertTrue(screen.out().contains("git pull"), screen.out());
        assertEquals(
                "available",
                keyboard.type("update", "--check", "--json")
                        .json()
                        .path("state")
                        .asText());
        Keyboard.Screen sources = keyboard.type("update", "--install");
        assertEquals(1, sources.exit());
        assertTrue(sources.err().contains("git"), sources.err());
    }

    @Test
    void nothingNewAndNobodyThere() {
        publish(new SignedFeed());
        assertTrue(keyboard.type("update").out().contains("newest"));
        assertEquals(1, keyboard.type("update", "--rollback").exit());
        Keyboard.Screen mixed = keyboard.type("update", "--install", "--rollback");
        assertEquals(2, mixed.exit(), mixed.err());
    }
}
