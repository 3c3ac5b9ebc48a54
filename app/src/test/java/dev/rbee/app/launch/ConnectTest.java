package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.connect.Connector;
import dev.rbee.app.live.Link;
import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.Past;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.state.AppState;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another queen by her address, in the window, over real HTTP. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class ConnectTest extends WindowTest {
    private static final String THEIRS = "rbee_the-token-of-another-installation";

    @TempDir
    Path home;

    private final AppState state = AppState.memory();
    private SmallQueen other;
    private SmallHost host;
    private Graph graph;

    @Override
    public void start(Stage stage) {
        other = new SmallQueen(THEIRS);
        other.hive(Fixtures.hive("gpu-box", HiveState.ONLINE, 1));
        other.worker(Fixtures.worker("their-1", "their-model", WorkerState.IDLE, 2, 2, other.url()));
        host = new SmallHost(
                queen -> queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 1)), List.of("http://127.0.0.1:1"));
        graph = new Graph(host, SmallHost.TOKEN, home, light(), state);
        show(graph, stage, 980, 700);
    }

    @AfterEach
    void end() {
        interact(() -> graph.close());
        host.close();
        other.close();
    }

    private void press(String id) {
        until(() -> lookup(id).tryQuery().isPresent() && !lookup(id).query().isDisabled());
        interact(() -> lookup(id).<ButtonBase>queryAs(ButtonBase.class).fire());
    }

    private void fill(String id, String text) {
        interact(() ->
                lookup(id).<TextInputControl>queryAs(TextInputControl.class).setText(text));
    }

    private boolean knows(String hive) {
        return graph.fleet.view().get().connected() && graph.fleet.hives().get(hive) != null;
    }

    private int requests() {
        return lookup("#requests-table")
                .tryQueryAs(TableView.class)
                .map(table -> table.getItems().size())
                .orElse(-1);
    }

    private void connect(String key) {
        interact(() -> graph.connection.other());
        press("#connect-by-address");
        fill("#connect-url", other.url());
        fill("#connect-key", key);
        press("#connect-go");
    }

    @Test
    void anotherQueenIsOneDialogAwayAndBackIsOneClick() throws Exception {
        until(() -> knows("this-machine"));
        assertFalse(lookup("#connection-bar").query().isVisible());
        Past.requests(host.queen().activity(), Instant.now(), 3);
        interact(() -> graph.frame.reveal("activity", "requests"));
        until(() -> requests() == 3);
        connect(THEIRS);
        until(() -> knows("gpu-box"));
        until(() -> requests() == 0);
        until(() -> graph.fleet.view().get().workers().containsKey("their-1"));
        assertEquals(null, graph.fleet.hives().get("this-machine"), "nothing of the other one is left");
        assertTrue(lookup("#connection-bar").query().isVisible());
        assertTrue(shows("#connection-bar", "Connected to 127.0.0.1"));
        assertFalse(graph.control.own());
        assertTrue(Files.readString(home.resolve("connections.json")).contains(THEIRS), "kept for the next start");
        assertFalse(state.text(Connector.LAST, "").isEmpty());

        press("#connection-back");
        until(() -> knows("this-machine"));
        assertEquals(null, graph.fleet.hives().get("gpu-box"));
        assertFalse(lookup("#connection-bar").query().isVisible());

        List<MenuItem> items = graph.connection.items();
        assertEquals(4, items.stream().filter(item -> item.getId() != null).count());
        interact(() -> items.get(1).fire());
        until(() -> knows("gpu-box"));
    }

    @Test
    void aWrongKeyIsSaidAndTheConnectionStays() {
        until(() -> knows("this-machine"));
        connect("rbee_a-wrong-key-that-is-long-enough");
        until(() -> lookup(".connect .problem").tryQuery().isPresent());
        assertTrue(knows("this-machine"));
        assertFalse(Files.exists(home.resolve("connections.json")));
        fill("#connect-url", "http://192.168.1.20:7833");
        press("#connect-go");
        until(() -> shows(".connect", "could read the key"));
        fill("#connect-url", other.url());
        fill("#connect-key", THEIRS);
        press("#connect-go");
        until(() -> knows("gpu-box"));
    }

    @Test
    void whenSheGoesAwayWhatIsKnownStaysAndIsTriedAgain() {
        until(() -> knows("this-machine"));
        connect(THEIRS);
        until(() -> knows("gpu-box"));
        other.close();
        until(() -> graph.fleet.view().get().link() instanceof Link.Away away && away.nextTry() != null);
        assertTrue(graph.fleet.hives().get("gpu-box") != null, "the last picture stays");
        assertTrue(lookup("#away-banner").query().isVisible());
        press("#connection-back");
        until(() -> knows("this-machine"));
    }
}
