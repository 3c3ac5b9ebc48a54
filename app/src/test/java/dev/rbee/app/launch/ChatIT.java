package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.app.chats.ChatTree;
import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.Figures;
import dev.rbee.app.chats.store.Role;
import dev.rbee.app.chats.store.Source;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.live.Link;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.contract.json.Json;
import dev.rbee.service.home.Home;
import dev.rbee.testing.SyntheticGguf;
import dev.rbee.testing.SyntheticGguf.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The chat page on a real registry, queen, hive and workers, each a process of its own. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class ChatIT extends WindowTest {
    private Daemons daemons;
    private Path folder;
    private Graph graph;

    private Stage window;

    @Override
    public void start(Stage stage) {
        window = stage;
    }

    @BeforeEach
    void begin() throws Exception {
        folder = Files.createTempDirectory("rbee-chat-it");
        Home home = Home.at(folder);
        Files.createDirectories(home.models());
        // Big enough to take its time over some thousand tokens; what it says is noise.
        new SyntheticGguf(8, 512, 8, 4, 1536, 4000, 8192, Weights.F16)
                .write(home.models().resolve("slow.gguf"));
        Files.writeString(folder.resolve("rbee.toml"), "[worker]\nslots = 1\n");
        FleetHost host = new FleetHost(home, Map.of(), () -> {});
        String token = host.token();
        daemons = new Daemons(home);
        interact(() -> show(host, token));
    }

    private void show(FleetHost host, String token) {
        Look look = new Look();
        look.choose(Theme.LIGHT);
        graph = new Graph(host, token, folder, look, AppState.memory());
        window.setScene(graph.scene(980, 760));
        graph.ownedBy(window);
        window.show();
        graph.control.start();
        graph.frame.open("chat");
    }

    @AfterEach
    void end() {
        interact(() -> graph.close());
        daemons.close();
    }

    private List<Message> path() {
        return graph.chats.open().get().path();
    }

    private Message last() {
        return path().getLast();
    }

    private boolean answered(int messages) {
        return path().size() == messages
                && last().role() == Role.ASSISTANT
                && last().state().get() == State.DONE;
    }

    private void press(String button) {
        until(() -> lookup(button).tryQuery().isPresent());
        interact(() -> lookup(button).queryAll().stream()
                .reduce((first, second) -> second)
                .map(Button.class::cast)
                .ifPresent(Button::fire));
    }

    private void say(String text) {
        interact(() -> {
            TextInputControl composer = (TextInputControl) lookup("#composer").query();
            composer.requestFocus();
            composer.setText(text);
        });
        type(KeyCode.ENTER);
    }

    @Test
    void aChatFromItsFirstWordsToAQueenThatIsKilled() throws Exception {
        until(() -> graph.fleet.view().get().connected());
        until(() -> lookup("#start-demo").query().isVisible());
        press("#start-demo");
        until(() -> shows(".empty", "What is on your mind?"));

        say("Who are you?");
        until(() -> answered(2));
        until(() -> text("#answer-figures").contains("tok/s"));
        Figures figures = Objects.requireNonNull(last().figures());
        assertTrue(Objects.requireNonNull(figures.tokens()) > 5, figures.toString());
        until(() -> text("#context-meter .figure").endsWith("/ 1k"));

        press("#answer-again");
        until(() -> answered(2) && graph.chats.open().get().siblings(last()).size() == 2);
        until(() -> shows("#transcript", "2/2"));
        Message second = last();
        press("#branch-before");
        until(() -> last() != second && shows("#transcript", "1/2"));

        interact(() -> lookup("#composer").query().requestFocus());
        type(KeyCode.UP);
        until(() -> lookup("#edit-message").tryQuery().isPresent());
        interact(() -> ((TextInputControl) lookup("#edit-message").query()).setText("What is a hive?"));
        press("#edit-send");
        until(() -> answered(2) && path().getFirst().text().get().equals("What is a hive?"));
        assertTrue(last().text().get().contains("hive"), last().text().get());
        until(() -> graph.chats.open().get().siblings(path().getFirst()).size() == 2);

        interact(() -> ((TextInputControl) lookup("#chat-search").query()).setText("hive"));
        until(() -> lookup("#conversations").queryListView().getItems().size() > 0
                && shows("#conversations", "Who are you"));

        interact(() -> ((TextInputControl) lookup("#chat-search").query()).clear());

        savedAndReadAgain();
        waitingInTheQueue();
        stopContinueAndKill();
    }

    /** By the menu of its row, as it reads and with all branches; deleted, and taken in again from the file. */
    private void savedAndReadAgain() throws Exception {
        ChatMenus menus = new ChatMenus(this, graph);
        String id = graph.chats.open().get().id();
        List<String> said = path().stream().map(each -> each.text().get()).toList();
        String text = menus.save("Who are you", "As Markdown…", folder.resolve("chat.md"));
        assertTrue(text.startsWith("# Who are you?\n\n## "), text);
        assertTrue(text.indexOf(said.getFirst()) < text.indexOf(said.getLast()), text);
        Path file = folder.resolve("chat.json");
        JsonNode all = Json.tree(
                menus.save("Who are you", "As JSON…", file).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(1, all.path("chats").size(), all.toString());
        assertEquals(
                5, all.path("chats").path(0).path("messages").size(), "both questions and all three answers to them");

        interact(() -> graph.chats.delete(List.of(id)));
        until(() -> graph.chats.info(id) == null && path().isEmpty());
        menus.imports(file);
        until(() -> graph.chats.info(id) != null);
        interact(() -> graph.chats.open(id));
        until(() -> graph.chats.open().get().id().equals(id));
        assertEquals(said, path().stream().map(each -> each.text().get()).toList());
        assertEquals(2, graph.chats.open().get().siblings(path().getFirst()).size());
    }

    /** A worker with one slot answers one chat; another one sees its place, and can go. */
    private void waitingInTheQueue() {
        askSlow();
        ChatTree first = graph.chats.open().get();
        until(() -> path().size() == 2 && last().text().get().length() > 20);
        askSlow();
        until(() -> text("#answer-waits").startsWith("Place 1 in the queue"));
        assertEquals(State.STREAMING, first.path().getLast().state().get());
        press("#stop");
        until(() -> last().state().get() == State.STOPPED);
        until(() -> Objects.requireNonNull(graph.fleet.view().get().stats()).queues().stream()
                .allMatch(queue -> queue.waiting() == 0));
        assertEquals(State.STREAMING, first.path().getLast().state().get());
        interact(() -> graph.chats.open(first.id()));
        until(() -> last() == first.path().getLast());
        press("#stop");
        until(() -> graph.fleet.view().get().workers().values().stream()
                .allMatch(worker -> worker.slotsAvailable() == worker.slotsTotal()));
    }

    /** In a new chat, of the worker that takes its time. */
    private void askSlow() {
        press("#new-chat");
        until(() -> path().isEmpty());
        clickOn("#target-picker");
        until(() -> lookup("#target-search").tryQuery().isPresent());
        write("slow");
        type(KeyCode.ENTER);
        until(() -> text("#target-picker").contains("slow"));
        interact(() -> ((ToggleButton) lookup("#setup-toggle").query()).fire());
        until(() -> lookup("#param-temperature").tryQuery().isPresent());
        interact(() -> ((TextInputControl) lookup("#param-temperature").query()).setText("0"));
        interact(() -> ((ToggleButton) lookup("#setup-toggle").query()).fire());
        say("Go on");
    }

    private void stopContinueAndKill() throws Exception {
        askSlow();
        until(() -> path().size() == 2 && last().text().get().length() > 20);
        type(KeyCode.ESCAPE);
        until(() -> last().state().get() == State.STOPPED);
        until(() -> text("#answer-figures").contains("stopped · slot free"));
        until(() -> graph.fleet.view().get().workers().values().stream()
                .allMatch(worker -> worker.slotsAvailable() == worker.slotsTotal()));
        String kept = last().text().get();

        press("#answer-continue");
        until(() -> last().text().get().length() > kept.length() + 20);
        assertTrue(last().text().get().startsWith(kept), "it goes on behind what was there");
        assertEquals(State.STREAMING, last().state().get());
        daemons.killQueen();
        until(() -> graph.fleet.view().get().link() instanceof Link.Away);
        int there =
                WaitForAsyncUtils.asyncFx(() -> last().text().get().length()).get(10, TimeUnit.SECONDS);
        until(() -> {
            Source source = last().source();
            return source != null && source.queenless() && last().text().get().length() > there + 20;
        });
        assertTrue(last().text().get().startsWith(kept));
        assertTrue(lookup("#queenless").query().isVisible());
        type(KeyCode.ESCAPE);
        until(() -> last().state().get() == State.STOPPED);
        assertEquals(0, lookup(".problem").queryAll().size());
    }
}
