package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.service.home.Home;
import dev.rbee.testing.SyntheticGguf;
import dev.rbee.testing.SyntheticGguf.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A first start with no mouse at all, on a real queen, hive and worker: model, chat, look, end. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class KeyboardIT extends WindowTest {
    private static final Map<String, String> FREE_PORTS =
            Map.of("RBEE_REGISTRY_PORT", "0", "RBEE_QUEEN_PORT", "0", "RBEE_LOCAL_HIVE_PORT", "0");

    /** More than any page has to offer. */
    private static final int FAR = 80;

    private final CountDownLatch exited = new CountDownLatch(1);
    private FleetHost host;
    private Graph graph;
    private WindowLife life;

    @Override
    public void start(Stage stage) throws Exception {
        Path folder = Files.createTempDirectory("rbee-keyboard-it");
        Home home = Home.at(folder);
        Files.createDirectories(home.models());
        // Big enough to take its time; what it says is noise.
        new SyntheticGguf(8, 512, 8, 4, 1536, 4000, 8192, Weights.F16)
                .write(home.models().resolve("slow.gguf"));
        host = new FleetHost(home, FREE_PORTS, () -> {});
        AppState state = AppState.memory();
        Look look = new Look();
        look.choose(Theme.LIGHT);
        graph = new Graph(host, host.token(), folder, look, state);
        stage.setScene(graph.scene(980, 700));
        graph.ownedBy(stage);
        life = new WindowLife(stage, graph, host, state, Map.of(), () -> {}, exited::countDown);
        graph.window.offers(life::commands);
        life.raise();
        graph.control.start();
    }

    @AfterEach
    void end() throws Exception {
        interact(() -> life.end());
        assertTrue(exited.await(60, TimeUnit.SECONDS));
    }

    private Node focus() {
        Window front = Window.getWindows().getLast();
        Node owner = front.getScene().getFocusOwner();
        return owner == null ? front.getScene().getRoot() : owner;
    }

    /** Tab until the focus is there. */
    private void tabTo(String id) {
        List<String> way = new ArrayList<>();
        for (int i = 0; i < FAR && !id.equals(focus().getId()); i++) {
            push(KeyCode.TAB);
            way.add(String.valueOf(focus()));
        }
        assertEquals(id, focus().getId(), () -> String.join("\n", way));
    }

    private List<Message> path() {
        return graph.chats.open().get().path();
    }

    private boolean said(State state) {
        return path().size() == 2 && path().getLast().state().get() == state;
    }

    @Test
    void fromTheFirstStartToTheEnd() throws Exception {
        until(() -> lookup("#home-start-demo")
                .tryQuery()
                .filter(node -> !node.isDisabled())
                .isPresent());
        tabTo("home-start-demo");
        push(KeyCode.SPACE);
        until(() -> graph.fleet.workers().list().stream()
                .anyMatch(row -> row.now().online() && row.now().slotsAvailable() > 0));

        push(KeyCode.CONTROL, KeyCode.N);
        until(() -> graph.frame.at("chat") && lookup("#composer").query().isFocused());
        write("Who are you?");
        push(KeyCode.ENTER);
        until(() -> said(State.DONE));

        push(KeyCode.CONTROL, KeyCode.N);
        until(() -> path().isEmpty());
        push(KeyCode.CONTROL, KeyCode.K);
        write("choose model");
        push(KeyCode.ENTER);
        until(() -> lookup("#target-search").tryQuery().filter(Node::isFocused).isPresent());
        write("slow");
        push(KeyCode.ENTER);
        until(() -> text("#target-picker").contains("slow"));
        until(() -> lookup("#composer").query().isFocused());
        write("Go on");
        push(KeyCode.ENTER);
        until(() -> path().size() == 2 && path().getLast().text().get().length() > 20);
        push(KeyCode.ESCAPE);
        until(() -> said(State.STOPPED));
        until(() -> graph.fleet.workers().list().stream()
                .allMatch(row -> row.now().slotsAvailable() == row.now().slotsTotal()));

        push(KeyCode.CONTROL, KeyCode.DIGIT7);
        until(() -> graph.frame.at("settings"));
        tabTo("theme-light"); // a group of choices is one stop; the arrows go on from the chosen one
        push(KeyCode.RIGHT);
        until(() -> "theme-dark".equals(focus().getId()));
        if (!graph.look.darkProperty().get()) {
            push(KeyCode.SPACE);
        }
        until(() -> graph.look.darkProperty().get());

        push(KeyCode.CONTROL, KeyCode.W);
        until(() -> lookup("#close-quit").tryQuery().isPresent());
        tabTo("close-quit");
        push(KeyCode.SPACE);
        assertTrue(exited.await(60, TimeUnit.SECONDS), "everything has ended");
    }
}
