package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.service.home.Home;
import dev.rbee.testing.HubServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A model from a hub to a chat, in the window: real registry, queen, hive and worker of a new home, and a hub of the test's own. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class ModelsIT extends WindowTest {
    private static final Path DEMO = Path.of("..", "assets", "models", "rbee-demo.gguf");

    private HubServer hub;
    private FleetHost host;
    private Graph graph;
    private final Set<Long> before = children();

    @Override
    public void start(Stage stage) throws Exception {
        hub = HubServer.start();
        hub.repo("rbee/tiny-GGUF").file("tiny-F16.gguf", tiny()).license("apache-2.0");
        Path folder = Files.createTempDirectory("rbee-models-it");
        Map<String, String> environment = new HashMap<>(hub.environment());
        environment.putAll(Map.of("RBEE_REGISTRY_PORT", "0", "RBEE_QUEEN_PORT", "0", "RBEE_LOCAL_HIVE_PORT", "0"));
        host = new FleetHost(Home.at(folder), environment, () -> {});
        Look look = new Look();
        look.choose(Theme.LIGHT);
        graph = new Graph(host, host.token(), folder, look, AppState.memory());
        stage.setScene(graph.scene(1280, 800));
        graph.ownedBy(stage);
        stage.show();
        graph.control.start();
    }

    /** The demo model under another name in its header, so that it is another file. */
    private static byte[] tiny() throws Exception {
        byte[] bytes = Files.readAllBytes(DEMO);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int name = text.indexOf("general.name") + "general.name".length() + 4 + 8;
        bytes[name] ^= 0x20; // the first letter in the other case
        return bytes;
    }

    @AfterEach
    void end() {
        interact(() -> graph.close());
        host.close();
        hub.close();
        until(() -> before.containsAll(children()));
    }

    private static Set<Long> children() {
        return ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    private void press(String id) {
        until(() -> lookup(id).tryQuery().isPresent() && !lookup(id).query().isDisabled());
        interact(() -> ((ButtonBase) lookup(id).query()).fire());
    }

    @Test
    void aModelIsFoundDownloadedStartedAndTalkedTo() {
        until(() ->
                graph.fleet.hives().list().stream().anyMatch(row -> row.now().online()));
        interact(() -> graph.frame.open("models"));
        until(() -> !lookup("#models-table").queryAs(TableView.class).getItems().isEmpty());
        press("#section-discover");
        until(() -> lookup("#models-search").tryQuery().isPresent());
        interact(() -> {
            TextField field = lookup("#models-search").queryAs(TextField.class);
            field.setText("tiny");
            field.fireEvent(new ActionEvent());
        });
        press("#hub-rbee/tiny-GGUF");
        until(() -> shows("#offer-choices", "F16"));
        press("#offer-download");
        until(() -> shows("#downloads", "done"));
        long sent = hub.sent("rbee/tiny-GGUF", "tiny-F16.gguf");
        assertTrue(sent < DEMO.toFile().length() * 1.1, "it came once: " + sent);

        press("Start…");
        press("#start-go");
        until(() -> graph.fleet.workers().list().size() == 1
                && lookup("#start-go").tryQuery().isEmpty());
        interact(() -> graph.frame.open("chat"));
        clickOn("#composer").write("What is a hive?");
        type(KeyCode.ENTER);
        until(() -> text("#answer-figures").contains("tokens"));
        assertTrue(shows("#transcript", "machine"), "it is the demo model by another name");
    }
}
