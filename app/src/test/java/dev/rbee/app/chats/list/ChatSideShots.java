package dev.rbee.app.chats.list;

import dev.rbee.app.chats.ChatTree;
import dev.rbee.app.chats.Chats;
import dev.rbee.app.chats.store.ChatStore;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.launch.Shot;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Pictures of the list of chats: {@code ChatSideShots <folder>}. */
public final class ChatSideShots {
    private ChatSideShots() {}

    /** Starts it. */
    public static void main(String[] args) {
        Application.launch(App.class, args);
    }

    /** The application that takes them. */
    public static final class App extends Application {
        private Instant now = Instant.parse("2026-03-14T10:00:00Z");

        @Override
        public void start(Stage stage) throws Exception {
            Path folder = Path.of(getParameters().getRaw().getFirst());
            Look look = new Look();
            look.choose(Theme.LIGHT);
            InstantSource clock = () -> now;
            Background background = new Background(FxThread.LATER, problem -> {});
            Path home = Files.createTempDirectory("chats-shots");
            ChatStore store = new ChatStore(home.resolve("chats.db"), clock);
            Chats chats = new Chats(
                    store,
                    background,
                    FxThread.LATER,
                    clock,
                    () -> UUID.randomUUID().toString());
            Toasts toasts = new Toasts();
            Exports exports = ListFixture.exports(chats, store, background, toasts, clock, new ArrayList<>());
            ChatSide side = new ChatSide(chats, toasts, AppState.memory(), clock, ZoneOffset.UTC, exports);
            BorderPane root = new BorderPane();
            root.setLeft(side.node());
            root.setBottom(toasts);
            root.setPadding(new Insets(12));
            Scene scene = new Scene(root, 560, 640);
            look.dress(scene);
            stage.setScene(scene);
            stage.show();
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    shoot(folder, scene, look, chats);
                    Platform.runLater(chats::close);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                Platform.exit();
            });
        }

        private void shoot(Path folder, Scene scene, Look look, Chats chats) throws Exception {
            take(folder, scene, "empty");
            Platform.runLater(() -> fill(chats));
            take(folder, scene, "light");
            Platform.runLater(() -> {
                TextField search = (TextField) scene.lookup("#chat-search");
                search.setText("hash ma");
            });
            take(folder, scene, "search");
            Platform.runLater(() -> look.choose(Theme.DARK));
            take(folder, scene, "search-dark");
            Platform.runLater(() -> ((TextField) scene.lookup("#chat-search")).setText("zebra in the kitchen"));
            take(folder, scene, "none");
            Platform.runLater(() -> {
                ((TextField) scene.lookup("#chat-search")).clear();
                chats.delete(List.of(chats.all().get(3).id()));
            });
            take(folder, scene, "dark");
        }

        private void fill(Chats chats) {
            Instant begin = now;
            String work = chats.folders().add("Work").id();
            String travel = chats.folders()
                    .add("Travel with a rather long name for a folder")
                    .id();
            say(chats, 500, "What was the name of the thing with the gears?", null);
            say(chats, 70, "Which grid spacing for a 4-px design system?", null);
            say(chats, 30, "Explain the borrow checker to a Java programmer who has never seen Rust before", null);
            say(chats, 4, "Trip plan for Lisbon in May with two kids", travel);
            say(chats, 3, "Write a limerick about bees", null);
            say(chats, 2, "Quarterly report: tone down the adjectives", work);
            say(chats, 1, "Compare a hash map with a B-tree", null);
            say(chats, 1, "Regex für Umlaute äöü 日本語", null);
            say(chats, 0, "Hash map vs. B-tree, this time for disks", null);
            chats.pin(say(chats, 0, "House rules for reviews", null), true);
            ChatTree busy = chats.open().get();
            say(chats, 0, "hi", null);
            busy.answer(busy.path().getLast());
            now = begin;
        }

        private String say(Chats chats, int daysAgo, String words, @Nullable String folder) {
            Instant was = now;
            now = was.minus(Duration.ofDays(daysAgo));
            chats.fresh();
            ChatTree tree = chats.open().get();
            var answer = tree.answer(tree.say(words, List.of()));
            tree.append(
                    answer, "The answer speaks of many things, among them how a hash map grows and when it rehashes.");
            tree.finish(answer, dev.rbee.app.chats.store.State.DONE, null, null);
            chats.folder(tree.id(), folder);
            now = was.plusSeconds(1);
            return tree.id();
        }

        private static void take(Path folder, Scene scene, String name) throws Exception {
            TimeUnit.MILLISECONDS.sleep(900);
            CountDownLatch done = new CountDownLatch(1);
            Platform.runLater(() -> {
                Shot.take(scene, folder.resolve("side-" + name.toLowerCase(Locale.ROOT) + ".png"));
                done.countDown();
            });
            done.await(10, TimeUnit.SECONDS);
        }
    }
}
