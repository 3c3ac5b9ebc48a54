package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.background.OnClose;
import dev.rbee.app.small.Fixtures;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What closing the window does, in the real window. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class WindowLifeTest extends WindowTest {
    @TempDir
    Path home;

    private final AppState state = AppState.memory();
    private final CountDownLatch exited = new CountDownLatch(1);
    private SmallHost host;
    private Graph graph;
    private WindowLife life;
    private Stage window;

    @Override
    public void start(Stage stage) {
        host = new SmallHost(
                queen -> queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 1)), List.of("http://127.0.0.1:1"));
        Look look = new Look();
        look.choose(Theme.LIGHT);
        graph = new Graph(host, SmallHost.TOKEN, home, look, state);
        window = stage;
        stage.setScene(graph.scene(980, 700));
        graph.ownedBy(stage);
        life = new WindowLife(stage, graph, host, state, Map.of(), () -> {}, exited::countDown);
        life.raise();
        graph.control.start();
    }

    @AfterEach
    void end() {
        interact(() -> life.end());
    }

    private void close() {
        interact(() -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private void press(String id) {
        until(() -> lookup(id).tryQuery().isPresent());
        interact(() -> lookup(id).<ButtonBase>queryAs(ButtonBase.class).fire());
    }

    @Test
    void closingAsksOnceAndTheFleetGoesOn() throws Exception {
        until(() -> graph.fleet.view().get().connected());
        close();
        press("#close-keep");
        until(() -> life.phase() == WindowLife.Phase.HIDDEN);
        assertFalse(window.isShowing());
        assertTrue(host.running());
        assertEquals(OnClose.KEEP, OnClose.of(state));

        interact(life::raise);
        assertTrue(window.isShowing());
        until(() -> graph.fleet.view().get().connected());
        close();
        assertEquals(WindowLife.Phase.HIDDEN, life.phase(), "it does not ask again");

        interact(life::quitAsked);
        assertTrue(exited.await(60, TimeUnit.SECONDS));
    }

    @Test
    void quittingAsksWhereAnAnswerWouldBeCutOff() throws Exception {
        until(() -> graph.fleet.view().get().connected());
        host.queen().worker(Fixtures.worker("w-1", "demo", WorkerState.BUSY, 0, 1, "http://127.0.0.1:1"));
        until(() -> graph.answering());
        close();
        press("#close-quit");
        until(() -> lookup("Quit").tryQuery().isPresent());
        assertEquals(1, exited.getCount());
        interact(() -> lookup("Quit").queryButton().fire());
        assertTrue(exited.await(60, TimeUnit.SECONDS));
        assertEquals(OnClose.QUIT, OnClose.of(state));
    }

    @Test
    void whereNothingRunsHereClosingIsTheEnd() throws Exception {
        host.attached();
        close();
        assertTrue(exited.await(60, TimeUnit.SECONDS));
        assertEquals(OnClose.ASK, OnClose.of(state));
    }
}
