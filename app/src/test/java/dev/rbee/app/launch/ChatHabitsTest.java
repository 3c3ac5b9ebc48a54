package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import dev.rbee.app.chats.ChatTree;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.chats.store.Titled;
import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.state.AppState;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is chosen under Settings, Chat, and what the chat then does. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class ChatHabitsTest extends WindowTest {
    @TempDir
    Path home;

    private SmallHost host;
    private Graph graph;

    @Override
    public void start(Stage stage) {
        host = new SmallHost(ChatHabitsTest::prepare, List.of());
        graph = new Graph(host, SmallHost.TOKEN, home, light(), AppState.memory());
        show(graph, stage, 980, 700);
        graph.frame.open("chat");
    }

    private static void prepare(SmallQueen queen) {
        queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 1));
        queen.worker(worker(queen, 1));
    }

    private static dev.rbee.contract.workers.WorkerInfo worker(SmallQueen queen, int free) {
        return Fixtures.worker("w-1", "demo", free == 1 ? WorkerState.IDLE : WorkerState.BUSY, free, 1, queen.url());
    }

    @AfterEach
    void end() {
        interact(() -> graph.close());
        host.close();
    }

    private ChatTree tree() {
        return graph.chats.open().get();
    }

    private TextInputControl field(String id) {
        return lookup(id).query();
    }

    private void compose(String text) {
        interact(() -> {
            field("#composer").requestFocus();
            field("#composer").setText(text);
        });
    }

    /** Chooses the line of that place in a box of the section. */
    private void choose(String id, int index) {
        interact(() -> graph.frame.reveal("settings", "chats"));
        until(() -> lookup(id).tryQuery().isPresent());
        interact(() -> lookup(id).queryAs(ComboBox.class).getSelectionModel().select(index));
        interact(() -> graph.frame.open("chat"));
    }

    private void turn(String id) {
        interact(() -> graph.frame.reveal("settings", "chats"));
        until(() -> lookup(id).tryQuery().isPresent());
        interact(() -> {
            ToggleSwitch toggle = lookup(id).query();
            toggle.setSelected(!toggle.isSelected());
        });
        interact(() -> graph.frame.open("chat"));
    }

    private void ready() {
        until(() -> graph.fleet.view().get().workers().size() == 1);
    }

    private boolean done(int messages) {
        return tree().path().size() == messages
                && tree().path().getLast().state().get() == State.DONE;
    }

    @Test
    void aModelNamesANewChatOnceItIsIdleAndAPersonsTitleStays() {
        ready();
        choose("#habit-titles", 2);
        host.queen().worker(worker(host.queen(), 0));
        until(() -> graph.fleet.view().get().workers().values().stream().allMatch(each -> each.slotsAvailable() == 0));
        host.queen().chat().prepare("They form a ball.");
        compose("What do bees do in winter?");
        type(KeyCode.ENTER);
        until(() -> done(2));
        assertEquals("What do bees do in winter?", tree().title().get());
        assertFalse(host.queen().chat().asked().contains("six words"), "the worker has something else to do");

        host.queen().chat().prepare("<think>hm</think>Title: \"Bees in winter\"");
        host.queen().worker(worker(host.queen(), 1));
        until(() -> tree().title().get().equals("Bees in winter"));
        assertEquals(Titled.MODEL, tree().info().get().titled());
        String asked = host.queen().chat().asked();
        assertTrue(asked.contains("six words") && asked.contains("\"max_tokens\":40"), asked);
        assertTrue(asked.contains("They form a ball."), asked);

        host.queen().chat().prepare("Another one");
        interact(graph.chats::fresh);
        interact(() -> field("#composer").requestFocus());
        compose("Hello");
        type(KeyCode.ENTER);
        until(() -> done(2));
        interact(() -> graph.chats.rename(tree().id(), "Mine"));
        interact(() -> graph.chats.suggest(tree().id(), "The model's"));
        assertEquals("Mine", tree().title().get());
        interact(graph.chats::temporary);
        compose("Nobody is to know");
        type(KeyCode.ENTER);
        until(() -> done(2));
        assertFalse(host.queen().chat().asked().contains("six words"), "a temporary chat is asked about by nobody");
    }

    @Test
    void newChatsBeginAsChosenAndOldOnesStayAsTheyAre() {
        ready();
        host.queen().chat().prepare("Yes.");
        compose("one");
        type(KeyCode.ENTER);
        until(() -> done(2));
        ChatTree old = tree();
        interact(() -> graph.frame.reveal("settings", "chat-fresh"));
        until(() -> lookup("#fresh-system").tryQuery().isPresent());
        interact(() -> {
            field("#fresh-system").setText("Be short.");
            field("#fresh-temperature").setText("0.3");
            field("#fresh-max-tokens").setText("77");
        });
        interact(() -> graph.frame.open("chat"));
        compose("two");
        type(KeyCode.ENTER);
        until(() -> done(4));
        assertFalse(
                host.queen().chat().asked().contains("Be short."),
                host.queen().chat().asked());
        interact(graph.chats::fresh);
        compose("three");
        type(KeyCode.ENTER);
        until(() -> tree() != old && done(2));
        String asked = host.queen().chat().asked();
        assertTrue(asked.contains("Be short.") && asked.contains("\"temperature\":0.3"), asked);
        assertTrue(asked.contains("\"max_tokens\":77"), asked);
        assertEquals("three", tree().title().get());
    }

    @Test
    void enterBreaksTheLineWhereCtrlEnterSendsAndLongTextBecomesAFile() {
        ready();
        host.queen().chat().prepare("Yes.");
        choose("#habit-enter", 1);
        compose("one");
        interact(() -> field("#composer").end());
        type(KeyCode.ENTER);
        until(() -> field("#composer").getText().equals("one\n"));
        interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("x".repeat(5_000));
            Clipboard.getSystemClipboard().setContent(content);
            field("#composer").paste();
            field("#composer").paste();
        });
        assertEquals(2, tree().draft().get().files().size());
        assertEquals("one\n", field("#composer").getText());
        until(() -> text("#composer-tokens").startsWith("~2."));
        press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        until(() -> done(2));
        assertEquals(2, tree().path().getFirst().files().size());
    }

    @Test
    void aStoppedAnswerGoesWhereNobodyWantsToKeepIt() {
        ready();
        turn("#habit-stopped");
        compose("one");
        type(KeyCode.ENTER);
        until(() -> tree().path().size() == 2);
        host.queen().chat().piece("Well, ");
        until(() -> !tree().path().getLast().text().get().isEmpty());
        interact(() -> lookup("#stop").queryAs(Button.class).fire());
        until(() -> tree().path().size() == 1);
        assertTrue(graph.frame.lookup(".toast") != null, "it can be taken back");
    }

    /** Whoever chose a file, or none, writes on: a second Enter would open the files again. */
    @Test
    void afterAFileIsChosenTheKeyboardIsInTheMessage() throws Exception {
        ready();
        Path notes = Files.writeString(home.resolve("notes.txt"), "three bees");
        for (List<Path> chosen : List.of(List.<Path>of(), List.of(notes))) {
            interact(() -> graph.kept.asks(opens(chosen)));
            interact(() -> {
                Button clip = lookup("#attach").query();
                clip.requestFocus();
                clip.fire();
            });
            until(() -> lookup("#composer").query().isFocused());
        }
        until(() -> shows("#attachments", "notes.txt"));
        write("go");
        type(KeyCode.ENTER);
        until(() -> tree().path().size() == 2);
        assertEquals("go", tree().path().getFirst().text().get());
        assertEquals("notes.txt", tree().path().getFirst().files().getFirst().name());
    }

    /** A file that no answer could follow is told of before it is sent, and goes with one click. */
    @Test
    void aFileThatIsLargerThanTheContextIsToldBeforeItIsSent() throws Exception {
        ready();
        Path large = Files.writeString(home.resolve("large.txt"), "a bee ".repeat(10_000));
        interact(() -> graph.kept.asks(opens(List.of(large))));
        interact(() -> lookup("#attach").queryAs(Button.class).fire());
        until(() -> text("#context-words")
                .startsWith("This message alone has about 16k tokens, more than the 4k that this model holds"));
        assertTrue(lookup("#context-full").query().isVisible());
        assertFalse(lookup("#trim").query().isVisible(), "leaving out older ones does not help");
        interact(() -> lookup("#leave-out-files").queryAs(Button.class).fire());
        until(() -> !lookup("#context-full").query().isVisible());
        assertFalse(lookup("#attachments").query().isVisible());
    }

    private static dev.rbee.app.chats.list.FileChoice opens(List<Path> files) {
        return new dev.rbee.app.chats.list.FileChoice() {
            @Override
            public @Nullable Path save(String title, String name) {
                return null;
            }

            @Override
            public List<Path> open(String title) {
                return files;
            }
        };
    }

    @Test
    void aChatOffersItsCodeAsAFileAndFindsWords() throws Exception {
        ready();
        Path file = home.resolve("saved.py");
        interact(() -> graph.kept.asks(new dev.rbee.app.chats.list.FileChoice() {
            @Override
            public @Nullable Path save(String title, String name) {
                assertEquals("code.py", name);
                return file;
            }

            @Override
            public List<Path> open(String title) {
                return List.of();
            }
        }));
        host.queen().chat().prepare("Some honey here.\n\n```python\nprint('honey')\n```\n\nAnd more Honey.\n");
        compose("one");
        type(KeyCode.ENTER);
        until(() -> done(2));
        interact(() -> lookup(".code-head .button")
                .queryAllAs(Button.class)
                .iterator()
                .next()
                .fire());
        until(() -> Files.exists(file) && Files.readString(file).equals("print('honey')\n"));

        press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        until(() -> lookup("#find-bar").query().isVisible());
        interact(() -> field("#find-in-chat").setText("honey"));
        until(() -> text("#find-where").equals("message 1 of 1"));
        interact(() -> lookup("#find-before").queryAs(Button.class).fire());
        interact(() -> lookup("#find-before").queryAs(Button.class).fire());
        assertEquals("honey", selected());
        interact(() -> field("#find-in-chat").setText("nowhere"));
        assertEquals("not found", text("#find-where"));
        assertEquals("", selected());
        interact(() -> field("#find-in-chat").requestFocus());
        type(KeyCode.ESCAPE);
        until(() -> !lookup("#find-bar").query().isVisible());
    }

    private String selected() {
        return lookup(".md").queryAllAs(dev.rbee.app.markdown.MarkdownView.class).stream()
                .map(dev.rbee.app.markdown.MarkdownView::selected)
                .reduce("", String::concat);
    }
}
