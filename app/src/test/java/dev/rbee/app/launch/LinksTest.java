package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.chats.store.Draft;
import dev.rbee.app.instance.Instance;
import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.Shelf;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What links and files of a second start show, through the real channel between starts, on a small queen over real HTTP. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class LinksTest extends WindowTest {
    @TempDir
    Path home;

    private final AppState state = AppState.memory();
    private SmallHost host;
    private Graph graph;
    private WindowLife life;
    private Stage window;
    private Instance first;

    @Override
    public void start(Stage stage) {
        first = Instance.claim(home.resolve("run"), new SecureRandom()).orElseThrow();
        host = new SmallHost(LinksTest::prepare, List.of("http://127.0.0.1:1"));
        Look look = new Look();
        look.choose(Theme.LIGHT);
        graph = new Graph(host, SmallHost.TOKEN, home, look, state);
        window = stage;
        stage.setScene(graph.scene(980, 700));
        graph.ownedBy(stage);
        life = new WindowLife(stage, graph, host, state, Map.of(), () -> {}, () -> {});
        life.raise();
        first.onCall(words -> interact(() -> life.open(Arguments.parse(words))));
        graph.control.start();
    }

    private static void prepare(SmallQueen queen) {
        queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 1));
        queen.worker(Fixtures.worker("w-1", "demo", WorkerState.IDLE, 1, 1, queen.url()));
        queen.models().hits(List.of(Shelf.hub("unsloth/Qwen3-8B-GGUF", false, false)));
    }

    @BeforeEach
    void connected() {
        until(() -> graph.fleet.workers().list().size() == 1);
    }

    @AfterEach
    void end() {
        first.close();
        interact(() -> life.end());
    }

    private void again(String... words) {
        assertTrue(Instance.call(home.resolve("run"), Arguments.whole(List.of(words), home)));
    }

    private void press(String id) {
        until(() -> lookup(id).tryQuery().isPresent() && !lookup(id).query().isDisabled());
        interact(() -> lookup(id).<ButtonBase>queryAs(ButtonBase.class).fire());
    }

    private String written(String id) {
        return lookup(id)
                .tryQueryAs(TextInputControl.class)
                .map(TextInputControl::getText)
                .orElse("-");
    }

    private List<String> calls(String begin) {
        return host.queen().calls().stream()
                .filter(call -> call.startsWith(begin))
                .toList();
    }

    @Test
    void aPromptBecomesADraftThatNobodySends() {
        again("rbee://chat?model=DEMO&prompt=What%20is%20a%20hive?%0ATell%20me.");
        until(() -> written("#composer").equals("What is a hive?\nTell me."));
        until(() -> lookup("#link-note").query().isFocused());
        assertTrue(shows("#link-note", "Nothing was sent"));
        until(() -> text("#target-picker").startsWith("demo"));
        type(KeyCode.ENTER);
        press("#link-away");
        assertEquals(List.of(), calls("chat"));
        press("#send");
        until(() -> calls("chat").size() == 1);
        assertFalse(lookup("#link-note").query().isVisible());
    }

    @Test
    void whatSomebodyHasWrittenStays() {
        interact(() -> graph.chats.open().get().draft(new Draft("my own words", List.of())));
        again("rbee://chat?prompt=other%20words");
        until(() -> lookup("#link-note").tryQuery().filter(WindowTest::seen).isPresent());
        assertEquals("my own words", written("#composer"));
        assertTrue(shows("#link-note", "other words"), "it is seen before it is taken");
        press("#link-put");
        assertEquals("other words", written("#composer"));
        press("Undo");
        assertEquals("my own words", written("#composer"));
    }

    @Test
    void nothingChangesUnderSomebodyWhoIsAboutToSend() {
        again("rbee://chat?prompt=first");
        until(() -> written("#composer").equals("first"));
        again("rbee://chat?prompt=second");
        until(() -> shows("#link-note", "“second”"));
        assertEquals("first", written("#composer"));
        press("#link-put");
        assertEquals("second", written("#composer"));
    }

    @Test
    void messagesDoNotCoverWhatIsBeingWritten() {
        interact(() -> window.setHeight(600));
        interact(() -> graph.frame.open("chat"));
        again("rbee://delete");
        until(() -> shows("#toasts", "“delete”"));
        interact(() -> {
            var message = graph.toasts.getChildren().getFirst();
            double lower = message.localToScene(message.getBoundsInLocal()).getMaxY();
            var composer = lookup(".composer").query();
            assertTrue(
                    lower <= composer.localToScene(composer.getBoundsInLocal()).getMinY(), "messages end at " + lower);
        });
        again("rbee://model/demo");
        until(() -> graph.frame.at("models"));
        interact(() -> assertEquals(0, graph.toasts.getTranslateY()));
    }

    @Test
    void aModelThatIsNowhereIsSaidAndLookedForByAClick() {
        again("rbee://chat?model=hf:unsloth/Qwen3-8B-GGUF:Q8_0");
        until(() -> lookup("#link-note").tryQuery().isPresent() && shows("#link-note", "none of your machines"));
        assertEquals(List.of(), calls("files of"));
        press("#link-find");
        until(() -> calls("files of").equals(List.of("files of unsloth/Qwen3-8B-GGUF")));
        until(() -> lookup("#offer-choices").lookup(".radio-button").queryAllAs(RadioButton.class).stream()
                .anyMatch(button -> button.isSelected() && button.getText().startsWith("Q8_0")));
        assertEquals(List.of(), calls("pull"), "that is another click");
    }

    @Test
    void aModelOfTheCatalogueIsShown() {
        again("rbee://model/qwen3:0.6b");
        until(() -> lookup("#offer-detail").tryQuery().filter(WindowTest::seen).isPresent()
                && shows("#offer-detail", "Strong all-round models"));
        until(() -> calls("fit qwen3:0.6b").size() == 1);
        assertEquals(List.of(), calls("pull"));
    }

    @Test
    void aQueenIsAskedForHerKeyAndNotExchangedWhileSomebodyTypes() {
        again("rbee://connect?address=queen.example.org");
        until(() -> written("#connect-url").equals("queen.example.org"));
        assertTrue(shows("#connect-link", "Nothing was connected"));
        assertTrue(lookup("#connect-go").query().isDisabled());
        interact(() -> lookup("#connect-key")
                .<TextInputControl>queryAs(TextInputControl.class)
                .setText("rbee_half"));
        again("rbee://connect?address=evil.example.org");
        again();
        assertEquals("queen.example.org", written("#connect-url"));
        assertEquals("rbee_half", written("#connect-key"));
        assertEquals(1, lookup("#connect-url").queryAll().size());
    }

    @Test
    void whatIsNoLinkIsSaid() {
        again("rbee://connect?address=host&key=rbee_secret");
        until(() -> shows("#toasts", "a key or a password"));
        assertFalse(shows("#toasts", "rbee_secret"));
        again("rbee://delete");
        until(() -> shows("#toasts", "“delete”"));
        again("rbee://chat?prompt=" + "x".repeat(100_000));
        until(() -> shows("#toasts", "4,096 letters"));
        assertTrue(lookup("#connect-url").tryQuery().isEmpty());
    }

    @Test
    void theWindowComesBackFromTheBackground() {
        state.put("background.on_close", "keep");
        interact(life::closeAsked);
        assertEquals(WindowLife.Phase.HIDDEN, life.phase());
        again("--background");
        assertFalse(window.isShowing(), "the start at login shows nothing");
        again("rbee://chat?prompt=hello");
        until(() -> window.isShowing() && life.phase() == WindowLife.Phase.OPEN);
        until(() -> written("#composer").equals("hello"));
    }

    @Test
    void filesAreShownWithWhatIsWrongWithThem() throws Exception {
        Path broken =
                Files.writeString(home.resolve("broken.gguf"), "<html>Sorry, this file is not here any more</html>");
        Path text = Files.writeString(home.resolve("text.txt"), "a file of another kind that somebody has opened");
        Files.createDirectory(home.resolve("folder.gguf"));
        again("broken.gguf", text.toUri().toString(), "nowhere.gguf", "folder.gguf", "/dev/null");
        until(() ->
                lookup("#import-files").tryQuery().isPresent() && shows("#import-files", "does not begin with GGUF"));
        until(() -> shows("#import-files", "There is no model file"));
        until(() -> shows("#import-files", "it is a directory"));
        until(() -> shows("#import-files", "/dev/null is no file"));
        assertTrue(shows("#import-files", "text.txt"));
        assertTrue(lookup("#import-go").query().isDisabled());

        again(System.getProperty("rbee.assets") + "/models/rbee-demo.gguf", "broken.gguf");
        until(() -> shows("#import-files", "apache-2.0"));
        until(() -> shows("#import-files", "Fits on NVIDIA"));
        assertEquals(List.of("fit rbee-demo.gguf null by its header"), calls("fit rbee-demo"));
        assertFalse(lookup("#import-go").query().isDisabled());
        assertEquals(1, lookup("#import-files").queryAll().size(), "one dialog for all");
        assertNotEquals(0, Files.size(broken));
    }
}
