package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.state.AppState;
import dev.rbee.app.update.UpdateDesk;
import dev.rbee.app.update.UpdateParts;
import dev.rbee.app.update.UpdatesSection;
import dev.rbee.contract.json.Json;
import dev.rbee.service.update.UpdateStatus;
import dev.rbee.service.update.UpdateStatus.State;
import dev.rbee.service.update.Updates;
import dev.rbee.service.update.feed.Feed;
import dev.rbee.service.update.feed.FeedKey;
import dev.rbee.service.update.feed.Release;
import dev.rbee.service.update.feed.Signatures;
import dev.rbee.service.update.feed.Target;
import dev.rbee.testing.HubServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates in the settings: the real feed in the window, and every state with a stand-in. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class UpdatesTest extends WindowTest {
    private static final String REPO = "rbee/releases";

    @TempDir
    Path home;

    private SmallHost host;
    private Graph graph;
    private HubServer server;
    private KeyPair keys;
    private Stage window;

    @Override
    public void start(Stage stage) throws Exception {
        window = stage;
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        server = HubServer.start();
        Files.writeString(
                home.resolve("rbee.toml"),
                "[update]\nfeed = \"" + server.plainUrl(REPO, "feed.json") + "\"\nkeys = [\""
                        + FeedKey.of(keys.getPublic()).text() + "\"]\n");
        host = new SmallHost(queen -> {}, List.of());
        graph = new Graph(host, SmallHost.TOKEN, home, light(), AppState.memory());
        show(graph, stage, 1100, 720);
    }

    @AfterEach
    void end() {
        interact(() -> graph.close());
        host.close();
        server.close();
    }

    private void publish(String version) {
        Instant now = InstantSource.system().instant();
        Target here = Target.of(System.getProperty("os.name"), System.getProperty("os.arch"), "deb");
        Release release = new Release(
                version,
                now,
                "Faster, and calmer.",
                null,
                null,
                null,
                List.of(new Release.Package(
                        here.system(),
                        here.arch(),
                        "deb",
                        "https://example.org/rbee.deb",
                        60_000_000,
                        "0".repeat(64))));
        byte[] document = Json.bytes(new Feed(
                Feed.SCHEMA, Feed.PRODUCT, 1, now, now.plus(Duration.ofDays(1)), null, null, List.of(release)));
        server.repo(REPO).file("feed.json", document);
        server.repo(REPO)
                .file(
                        "feed.json.sig",
                        Signatures.line(document, FeedKey.of(keys.getPublic()), keys.getPrivate())
                                .getBytes(StandardCharsets.UTF_8));
    }

    private boolean there(String id) {
        return lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    @Test
    void theFeedIsAskedAndItsReleaseShown() {
        interact(() -> graph.frame.open("settings"));
        interact(() -> graph.navigator.reveal("settings", "updates"));
        until(() -> there("#update-ask"));
        clickOn("#update-ask");
        until(() -> there("#update-headline") && there(".problem")); // nothing is published yet
        publish("9.9.0");
        until(() -> there("#update-ask"));
        clickOn("#update-ask");
        until(() -> text("#update-headline").contains("9.9.0"));
        assertEquals("Faster, and calmer.", text("#update-notes"));
        shot("real");
    }

    private static UpdateStatus status(State state, @Nullable String command) {
        Instant now = Instant.parse("2026-11-22T03:00:00Z");
        boolean offered = state == State.AVAILABLE || state == State.DOWNLOADED || state == State.STAGED;
        return new UpdateStatus(
                state,
                "0.1.0",
                command == null ? "image" : "deb",
                "https://example.org/feed.json",
                "daily",
                now.minusSeconds(7200),
                offered
                        ? new UpdateStatus.Offered(
                                "0.2.0",
                                now,
                                "Faster start.\nUpdates that come back by themselves.",
                                null,
                                "",
                                57_300_000)
                        : null,
                null,
                command == null ? null : List.of(command.split(" ", -1)),
                new UpdateStatus.Last("updated", "0.0.9", "0.1.0", now.minusSeconds(90_000), null, true));
    }

    /** Answers as it is told to. */
    private static final class Desk implements UpdateDesk {
        private volatile UpdateStatus now = UpdatesTest.status(State.AVAILABLE, null);
        private final CountDownLatch stopped = new CountDownLatch(1);

        @Override
        public UpdateStatus status() {
            return now;
        }

        @Override
        public boolean check() {
            return true;
        }

        @Override
        public void fetch(Updates.Stop stop, Updates.Progress progress) {
            progress.at("downloading", 21_000_000, 57_300_000);
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            now = UpdatesTest.status(State.STAGED, null);
        }

        @Override
        public void discard() {
            now = UpdatesTest.status(State.AVAILABLE, null);
        }

        @Override
        public void atEnd(Wish wish, @Nullable String then) {}

        @Override
        public void settle() {}
    }

    @Test
    void fromTheOfferToTheEndOfTheProgram() {
        Desk desk = new Desk();
        AtomicReference<UpdateDesk.@Nullable Wish> wished = new AtomicReference<>();
        AtomicReference<@Nullable UpdatesSection> made = new AtomicReference<>();
        interact(() -> made.set(new UpdatesSection(new UpdateParts(
                desk,
                new Background(FxThread.LATER, problem -> {}),
                graph.presenter,
                new Dialogs(graph.look),
                graph.navigator,
                () -> Instant.parse("2026-11-22T03:00:00Z"),
                wished::set,
                address -> {}))));
        UpdatesSection section = Objects.requireNonNull(made.get());
        interact(() -> {
            StackPane page = new StackPane(section.view());
            page.getStyleClass().add("page");
            window.getScene().setRoot(page);
            section.shown();
        });
        until(() -> there("#update-fetch"));
        shot("available");
        clickOn("#update-fetch");
        until(() -> there("#update-fetching"));
        shot("fetching");
        desk.stopped.countDown();
        until(() -> there("#update-install"));
        shot("staged");
        clickOn("#update-install");
        assertEquals(UpdateDesk.Wish.INSTALL, wished.get());
        clickOn("#update-discard");
        until(() -> there("#update-fetch"));
        assertTrue(text("#update-last").contains("0.0.9"));
        desk.now = status(State.DOWNLOADED, "sudo apt install /home/ada/.rbee/updates/packages/rbee_0.2.0_amd64.deb");
        interact(section::shown);
        until(() -> there(".copyable"));
        shot("package");
        desk.now = status(State.NEWEST, null);
        interact(section::shown);
        until(() -> !there(".copyable"));
        shot("newest");
    }

    private void shot(String name) {
        interact(() -> Shot.take(window.getScene(), Path.of("target/shots/updates-" + name + ".png")));
    }
}
