package dev.rbee.app.chats.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.chats.ChatTree;
import dev.rbee.app.chats.Chats;
import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.ChatStore;
import dev.rbee.app.chats.store.Draft;
import dev.rbee.app.chats.store.Loaded;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.chats.store.Titled;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The list of chats, by mouse and keyboard, on a real store. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class ChatSideTest extends ApplicationTest {
    @TempDir
    Path folder;

    private volatile Instant now = Instant.parse("2026-03-14T10:00:00Z");
    private final List<Path> files = new ArrayList<>();
    private Background background;
    private ChatStore store;
    private Chats chats;
    private Toasts toasts;
    private ChatSide side;

    @Override
    public void start(Stage stage) {
        Look look = new Look();
        look.choose(Theme.LIGHT);
        InstantSource clock = () -> now;
        background = new Background(FxThread.LATER, problem -> {});
        store = new ChatStore(folder.resolve("chats.db"), clock);
        chats = new Chats(
                store,
                background,
                FxThread.LATER,
                clock,
                () -> UUID.randomUUID().toString());
        toasts = new Toasts();
        Exports exports = ListFixture.exports(chats, store, background, toasts, clock, files);
        side = new ChatSide(chats, toasts, AppState.memory(), clock, ZoneOffset.UTC, exports);
        BorderPane root = new BorderPane();
        root.setLeft(side.node());
        root.setBottom(toasts);
        stage.setScene(new Scene(root, 700, 640));
        look.dress(stage.getScene());
        stage.show();
    }

    @AfterEach
    void end() {
        interact(() -> {
            chats.close();
            background.close();
        });
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private void press(String words) {
        until(() -> lookup(words).tryQuery().isPresent());
        pulse();
        pulse();
        clickOn(words);
    }

    /** Returns when what changed before has its place on the screen. */
    private void pulse() {
        CompletableFuture<Boolean> laidOut = new CompletableFuture<>();
        interact(() -> {
            Scene scene = side.node().getScene();
            Runnable[] listener = new Runnable[1];
            listener[0] = () -> {
                scene.removePostLayoutPulseListener(listener[0]);
                laidOut.complete(true);
            };
            scene.addPostLayoutPulseListener(listener[0]);
            Platform.requestNextPulse();
        });
        laidOut.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private String say(int daysAgo, String words) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            Instant was = now;
            now = was.minus(Duration.ofDays(daysAgo));
            chats.fresh();
            ChatTree tree = chats.open().get();
            Message answer = tree.answer(tree.say(words, List.of()));
            tree.append(answer, "An answer about " + words.toLowerCase(Locale.ROOT));
            tree.finish(answer, State.DONE, null, null);
            now = was.plusSeconds(1);
            return tree.id();
        });
    }

    private ListView<Row> list() {
        return lookup("#conversations").queryListView();
    }

    private List<String> shown() {
        return WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> list().getItems().stream()
                        .map(row -> switch (row) {
                            case Row.Head head -> "# " + head.words();
                            case Row.Item item ->
                                item.hit() == null
                                        ? item.info().title()
                                        : item.hit().excerpt();
                        })
                        .toList());
    }

    @Test
    void groupsFoldersAndPins() {
        until(() -> chats.ready().get());
        say(40, "Old thing");
        say(3, "This week");
        say(1, "Day before");
        String today = say(0, "Right now");
        assertEquals(
                List.of(
                        "# Today",
                        "Right now",
                        "# Yesterday",
                        "Day before",
                        "# Last 7 days",
                        "This week",
                        "# February",
                        "Old thing"),
                shown());
        interact(() -> {
            String work = chats.folders().add("Work").id();
            chats.folder(chats.all().get(1).id(), work);
            chats.pin(today, true);
        });
        assertEquals(List.of("# Pinned", "Right now", "# Work", "Day before"), shown().subList(0, 4));
        press("Work");
        assertEquals(List.of("# Pinned", "Right now", "# Work", "# Last 7 days"), shown().subList(0, 4));
        interact(() -> now = now.plus(Duration.ofDays(30)));
        interact(() -> side.tick());
        assertTrue(shown().contains("# March"), shown().toString());
    }

    @Test
    void renameDeleteAndUndoByKeyboard() {
        until(() -> chats.ready().get());
        String first = say(0, "First words");
        say(0, "Second words");
        press("First words");
        until(() -> chats.open().get().id().equals(first));
        type(KeyCode.F2);
        TextField field = lookup("#rename-chat").query();
        interact(() -> field.setText("A better name"));
        type(KeyCode.ENTER);
        assertEquals(List.of("# Today", "Second words", "A better name"), shown());
        assertEquals("A better name", chats.open().get().title().get());
        press("A better name");
        type(KeyCode.DELETE);
        assertEquals(List.of("# Today", "Second words"), shown());
        press("Undo");
        assertEquals(List.of("# Today", "Second words", "A better name"), shown());
        interact(() -> list().requestFocus());
        push(KeyCode.SHORTCUT, KeyCode.A);
        type(KeyCode.DELETE);
        assertTrue(lookup("#conversations").tryQuery().isEmpty(), "an empty list says so");
        assertTrue(lookup("No chats yet").tryQuery().isPresent());
    }

    /** The menu is for the row under the pointer; the list goes on showing which chat is open. */
    @Test
    void aMenuActsOnItsRowWithoutChoosingIt() {
        until(() -> chats.ready().get());
        String first = say(0, "First words");
        String second = say(0, "Second words");
        interact(() -> chats.open(second));
        until(() -> list().getSelectionModel().getSelectedItem() instanceof Row.Item item
                && item.info().id().equals(second));
        pulse();
        pulse();
        rightClickOn("First words");
        until(() -> lookup("Pin").tryQuery().isPresent());
        assertEquals(List.of(second), selected());
        clickOn("Pin");
        until(() -> chats.all().stream().anyMatch(each -> each.id().equals(first) && each.pinned()));
        assertEquals(List.of(second), selected());
        assertEquals(second, chats.open().get().id());

        interact(() -> chats.fresh());
        until(() -> selected().isEmpty());
        pulse();
        pulse();
        rightClickOn("Second words");
        until(() -> lookup("Pin").tryQuery().isPresent());
        type(KeyCode.ESCAPE);
        assertEquals(List.of(), selected());
    }

    private List<String> selected() {
        return WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> list().getSelectionModel().getSelectedItems().stream()
                        .map(Row::key)
                        .map(key -> key.substring("chat:".length()))
                        .toList());
    }

    @Test
    void searchFindsTitlesAndMessagesAndLeadsToThem() {
        until(() -> chats.ready().get());
        say(0, "Bees and wings");
        String other = say(0, "Something else");
        interact(() -> {
            ChatTree tree = chats.open().get();
            Message aside = tree.answer(tree.path().getFirst());
            tree.append(aside, "Here the wings are hidden on another branch");
            tree.finish(aside, State.DONE, null, null);
            tree.show(tree.siblings(aside).getFirst());
            chats.fresh();
            side.find();
        });
        write("WINGS");
        until(() -> shown().size() >= 5);
        assertEquals(List.of("# In titles", "Bees and wings", "# In messages"), shown().subList(0, 3));
        assertTrue(shown().stream().anyMatch(each -> each.contains("hidden on another")));
        interact(() -> list().getSelectionModel().select(3));
        type(KeyCode.DOWN);
        type(KeyCode.ENTER);
        until(() -> chats.open().get().id().equals(other));
        Message hit = chats.hit().get();
        assertTrue(hit != null && hit.text().get().contains("hidden"));
        assertTrue(chats.open().get().path().contains(hit), "the path leads over it");
        clickOn("#chat-search");
        type(KeyCode.ESCAPE);
        assertEquals("# Today", shown().getFirst());
        interact(() -> side.find());
        write("zebra");
        until(() -> lookup("Clear search").tryQuery().isPresent());
    }

    @Test
    void chatsGoOutToFilesAndComeBack() throws Exception {
        until(() -> chats.ready().get());
        String id = say(0, "Keep me");
        interact(() -> chats.folder(id, chats.folders().add("Work").id()));
        Path file = folder.resolve("out.json");
        files.add(file);
        interact(() -> side.exports().all());
        until(() -> Files.exists(file));
        until(() -> !lookup("#conversations").queryListView().getItems().isEmpty());
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            chats.removeFolder(chats.folders().all().getFirst());
            return chats.delete(List.of(id));
        });
        interact(() -> side.exports().imports());
        until(() -> chats.all().size() == 1 && !chats.folders().all().isEmpty());
        until(() -> "Work".equals(chats.folders().all().getFirst().name())
                && chats.folders()
                        .all()
                        .getFirst()
                        .id()
                        .equals(chats.all().getFirst().folder()));
        Path markdown = folder.resolve("out.md");
        files.clear();
        files.add(markdown);
        interact(() -> side.exports().markdown(List.of(id)));
        until(() -> Files.exists(markdown) && Files.readString(markdown).contains("## You\n\nKeep me"));
    }

    @Test
    void tenThousandChatsAreOnlyAsManyRowsAsFit() throws Exception {
        until(() -> chats.ready().get());
        List<Loaded> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Instant at = now.minus(Duration.ofHours(i));
            many.add(new Loaded(
                    new ChatInfo("c" + i, "Chat number " + i, Titled.PERSON, null, false, at, at),
                    null,
                    null,
                    Draft.NONE,
                    List.of()));
        }
        List<ChatInfo> added = store.chats().add(many).get(60, TimeUnit.SECONDS);
        interact(() -> chats.arrived(added, Map.of()));
        until(() -> list().getItems().size() > 10_000);
        until(() -> lookup(".list-cell").queryAll().size() > 5);
        assertTrue(lookup(".list-cell").queryAll().size() < 60);
        interact(() -> side.find());
        write("number 9999");
        until(() -> shown().contains("Chat number 9999"));
        assertEquals(4 + added.size(), (int)
                WaitForAsyncUtils.waitForAsyncFx(60_000, () -> side.commands().size()));
    }
}
