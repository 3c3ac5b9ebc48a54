package dev.rbee.app.launch;

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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Tests of the window on a real registry, queen and hive of a new home, with a hub of the test's own that has one small model. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
abstract class HubWindowTest extends WindowTest {
    static final Path DEMO = Path.of("..", "assets", "models", "rbee-demo.gguf");
    static final String REPO = "rbee/tiny-GGUF";
    static final String FILE = "tiny-F16.gguf";

    HubServer hub;
    Graph graph;
    private FleetHost host;
    private Stage window;
    private Path folder;
    private final Set<Long> before = children();

    @Override
    public void start(Stage stage) throws Exception {
        window = stage;
        folder = Files.createTempDirectory("rbee-hub-it");
        hub = HubServer.start();
        hub.repo(REPO).file(FILE, tiny()).license("apache-2.0");
        startFleet();
        open();
    }

    /** The demo model under another name in its header, so that it is another file. */
    static byte[] tiny() throws Exception {
        byte[] bytes = Files.readAllBytes(DEMO);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int name = text.indexOf("general.name") + "general.name".length() + 4 + 8;
        bytes[name] ^= 0x20; // the first letter in the other case
        return bytes;
    }

    private void startFleet() {
        Map<String, String> environment = new HashMap<>(hub.environment());
        environment.putAll(Map.of("RBEE_REGISTRY_PORT", "0", "RBEE_QUEEN_PORT", "0", "RBEE_LOCAL_HIVE_PORT", "0"));
        host = new FleetHost(Home.at(folder), environment, () -> {});
    }

    private void open() {
        Look look = new Look();
        look.choose(Theme.LIGHT);
        graph = new Graph(host, host.token(), folder, look, AppState.memory());
        window.setScene(graph.scene(1280, 800));
        graph.ownedBy(window);
        window.show();
        graph.control.start();
    }

    /** Another window takes the place of this one; the fleet goes on. */
    final void anotherWindow() {
        interact(() -> graph.close());
        interact(this::open);
        online();
    }

    /** Window, queen and hive end and begin again. */
    final void allAgain() {
        interact(() -> graph.close());
        host.close();
        until(() -> before.containsAll(children()));
        startFleet();
        interact(this::open);
        online();
    }

    /** Waits until this machine's hive is there. */
    final void online() {
        until(() ->
                graph.fleet.hives().list().stream().anyMatch(row -> row.now().online()));
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

    final void press(String id) {
        until(() -> lookup(id).tryQuery().isPresent() && !lookup(id).query().isDisabled());
        interact(() -> ((ButtonBase) lookup(id).query()).fire());
    }

    /** Presses the first button with these words that is seen in there. */
    final void press(String where, String words) {
        until(() -> button(where, words) != null);
        interact(() -> Objects.requireNonNull(button(where, words)).fire());
    }

    private @Nullable ButtonBase button(String where, String words) {
        return from(lookup(where).queryAll()).lookup(".button").queryAll().stream()
                .filter(node -> node instanceof ButtonBase button
                        && words.equals(button.getText())
                        && !node.isDisabled()
                        && seen(node))
                .map(ButtonBase.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** Looks for a model in the hub and asks for it. */
    final void download(String words, String repo) {
        interact(() -> graph.frame.open("models"));
        press("#section-discover");
        until(() -> lookup("#models-search").tryQuery().isPresent());
        interact(() -> {
            TextField field = lookup("#models-search").queryAs(TextField.class);
            field.setText(words);
            field.fireEvent(new ActionEvent());
        });
        press("#hub-" + repo);
        until(() -> shows("#offer-detail", repo.substring(repo.indexOf('/') + 1)) && shows("#offer-choices", "F16"));
        press("#offer-download");
    }
}
