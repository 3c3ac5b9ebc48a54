package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.state.AppState;
import dev.rbee.service.home.Home;
import dev.rbee.testing.Sshd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** From an empty machine behind a real SSH server to a chat with a model there, and back to an empty machine; all in the window. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class AddMachineIT extends WindowTest {
    private final String assets = Objects.requireNonNull(System.getProperty("rbee.assets"));
    private Sshd sshd;
    private FleetHost host;
    private Graph graph;

    @Override
    public void start(Stage stage) throws Exception {
        Path folder = Files.createTempDirectory("rbee-add");
        sshd = Sshd.start(folder.resolve("machine"));
        System.setProperty("rbee.assets", SmallBundle.in(folder).toString());
        Home home = Home.at(folder.resolve("home"));
        host = new FleetHost(
                home, Map.of("RBEE_REGISTRY_PORT", "0", "RBEE_QUEEN_PORT", "0", "RBEE_LOCAL_HIVE_PORT", "0"), () -> {});
        graph = new Graph(host, host.token(), home.path(), light(), AppState.memory());
        show(graph, stage, 1280, 800);
    }

    @AfterEach
    void end() {
        System.setProperty("rbee.assets", assets);
        interact(() -> graph.close());
        host.close();
        sshd.close();
    }

    private static void soon(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(3, TimeUnit.MINUTES)
                .until(() -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private void press(String id) {
        soon(() -> lookup(id).tryQuery().isPresent()
                && lookup(id).query().isVisible()
                && !lookup(id).query().isDisabled());
        interact(() -> ((ButtonBase) lookup(id).query()).fire());
    }

    private void fill(String id, String text) {
        interact(() -> ((TextInputControl) lookup(id).query()).setText(text));
    }

    private List<String> listing() throws Exception {
        try (var files = Files.walk(sshd.home())) {
            return files.map(file -> sshd.home().relativize(file).toString())
                    .filter(name -> !name.isEmpty() && !name.startsWith(".ssh"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void fromAnEmptyMachineToAChatAndBack() throws Exception {
        soon(() -> graph.fleet.hives().list().stream().anyMatch(row -> row.now().online()));
        interact(() -> graph.frame.open("hives"));
        press("#add-machine");
        fill("#enroll-host-text", sshd.user() + "@127.0.0.1");
        fill("#enroll-port", Integer.toString(sshd.port()));
        fill("#enroll-name", "n1");
        press("#login-key");
        fill("#enroll-key", sshd.key().toString());
        press("#enroll-next");
        soon(() -> text("#enroll-fingerprint").equals(sshd.fingerprint()));
        press("#enroll-next");
        soon(() -> shows(".enroll", "What will be done"));
        assertEquals(List.of(), listing(), "looking changes nothing");
        press("#enroll-next");
        soon(() -> lookup("#enroll-start").tryQuery().isPresent());
        press("#enroll-start");
        soon(() -> shows(".enroll", "demo is ready there"));
        press("#enroll-chat");
        soon(() -> lookup(".enroll").tryQuery().isEmpty());
        soon(() -> lookup("#composer").query().isFocused());
        write("What is a hive?");
        type(KeyCode.ENTER);
        soon(() -> text("#answer-figures").contains("tokens"));
        assertEquals(List.of(), sshd.listening(), "nothing listens beyond loopback there");
        remove();
        assertEquals(List.of(), listing());
        assertTrue(graph.fleet.workers().list().isEmpty());
    }

    private void remove() {
        interact(() -> {
            graph.frame.open("hives");
            TableView<?> table = lookup("#hives-table").queryAs(TableView.class);
            table.getSelectionModel()
                    .select(graph.fleet
                            .hives()
                            .list()
                            .indexOf(graph.fleet.hives().get("n1")));
        });
        soon(() -> shows("#hive-detail", sshd.user() + "@127.0.0.1:" + sshd.port()));
        MenuButton more = lookup("#hive-more").queryAs(MenuButton.class);
        interact(() -> more.getItems().stream()
                .filter(item -> "hive-remove".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        press("#remove-go");
        soon(() -> graph.fleet.hives().get("n1") == null);
        soon(() -> lookup("#remove-go").tryQuery().isEmpty());
    }
}
