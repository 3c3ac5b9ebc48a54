package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.app.tour.Spoken;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page for those who do not see it or use no mouse. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class PagesTest extends WindowTest {
    @TempDir
    Path home;

    private SmallHost host;
    private Graph graph;
    private Scene scene;

    @Override
    public void start(Stage stage) {
        host = new SmallHost(PagesTest::prepare, List.of());
        Look look = new Look();
        look.choose(Theme.LIGHT);
        graph = new Graph(host, SmallHost.TOKEN, home, look, AppState.memory());
        scene = graph.scene(1280, 800);
        stage.setScene(scene);
        graph.ownedBy(stage);
        stage.show();
        graph.control.start();
    }

    private static void prepare(SmallQueen queen) {
        queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 2));
        queen.hive(Fixtures.hive("gpu-box-in-the-cellar-with-a-long-name", HiveState.SUSPECT, 1));
        queen.worker(Fixtures.worker("w-1", "demo", WorkerState.IDLE, 1, 1, queen.url()));
        queen.worker(
                Fixtures.worker("w-2", "Qwen3-Coder-30B-A3B-Instruct-Q4_K_M", WorkerState.BUSY, 1, 4, queen.url()));
    }

    @AfterEach
    void end() {
        interact(() -> graph.close());
        host.close();
    }

    private List<String> pages() {
        return graph.window.keys();
    }

    @Test
    void everyControlSaysWhatItIs() {
        until(() -> graph.fleet.view().get().connected()
                && graph.fleet.workers().list().size() == 2);
        Set<String> silent = new TreeSet<>();
        for (String page : pages()) {
            interact(() -> graph.frame.open(page));
            interact(() -> Spoken.silent(scene.getRoot()).forEach(node -> silent.add(page + ": " + node)));
        }
        assertEquals(Set.of(), silent);
    }

    @Test
    void tabGoesThroughEveryPageAndBackToTheNavigation() {
        until(() -> graph.fleet.view().get().connected());
        for (String page : pages()) {
            interact(() -> {
                graph.frame.open(page);
                Objects.requireNonNull(scene.lookup("#nav-" + page)).requestFocus();
            });
            Set<Node> met = new LinkedHashSet<>();
            List<Node> order = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                push(KeyCode.TAB);
                Node owner = scene.getFocusOwner();
                order.add(owner);
                if (!met.add(owner)) {
                    break;
                }
            }
            assertTrue(met.size() > 3, page + ": " + order);
            assertTrue(met.size() < 80, page + " has a way without an end: " + order);
            assertEquals(order.getFirst(), order.getLast(), page + ": Tab does not come around: " + order);
        }
    }
}
