package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.small.SmallWorker;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole window on a small queen, registry and worker over real HTTP. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class AppTest extends WindowTest {
    @TempDir
    Path home;

    private SmallWorker worker;
    private SmallHost host;
    private Graph graph;

    @Override
    public void start(Stage stage) {
        worker = new SmallWorker("w-1", "demo", SmallHost.TOKEN);
        host = new SmallHost(this::prepare, List.of(worker.registry()));
        Look look = new Look();
        look.choose(Theme.LIGHT);
        graph = new Graph(host, SmallHost.TOKEN, home, look, AppState.open(home.resolve("app.json")));
        stage.setScene(graph.scene(980, 700));
        graph.ownedBy(stage);
        stage.show();
        graph.frame.open("chat");
        graph.control.start();
    }

    private void prepare(SmallQueen queen) {
        queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 1));
        for (int i = 1; i <= 5; i++) {
            queen.worker(
                    Fixtures.worker("w-" + i, i == 1 ? "demo" : "model-" + i, WorkerState.IDLE, 2, 2, worker.url()));
        }
    }

    @AfterEach
    void end() {
        interact(() -> graph.close());
        host.close();
        worker.close();
    }

    @Test
    void chatStreamsStopsAndGoesOnWithoutTheQueen() throws Exception {
        until(() -> graph.fleet.view().get().connected());
        clickOn("#composer").write("hello");
        type(KeyCode.ENTER);
        until(() -> host.queen().calls().contains("chat any"));
        host.queen().chat().piece("Good ");
        host.queen().chat().piece("**day**");
        until(() -> shows("#transcript", "Good"));
        host.queen().chat().end();
        until(() -> text("#answer-figures").contains("2 tokens"));

        clickOn("#composer").write("again");
        type(KeyCode.ENTER);
        host.queen().chat().piece("Once upon");
        until(() -> shows("#transcript", "Once upon"));
        type(KeyCode.ESCAPE);
        assertTrue(host.queen().chat().left().await(10, TimeUnit.SECONDS), "the slot is freed");
        until(() -> !lookup("#stop").query().isVisible());

        clickOn("#queen-switch");
        until(() -> lookup("#queenless").query().isVisible());
        worker.chat().prepare("Straight from the worker.");
        clickOn("#composer").write("and now?");
        type(KeyCode.ENTER);
        until(() -> shows("#transcript", "Straight from the worker."));
        assertTrue(worker.chat().asked().contains("Once upon"), "the conversation goes along");

        clickOn("#queen-switch");
        until(() -> !lookup("#queenless").query().isVisible());
    }

    @Test
    void rowsKeepTheirSelectionUnderUpdates() {
        until(() -> graph.fleet.workers().list().size() == 5);
        clickOn("#nav-workers");
        clickOn("model-3");
        until(() -> shows("#worker-detail", "w-3"));
        for (int i = 0; i < 200; i++) {
            host.queen().worker(Fixtures.worker("w-3", "model-3", WorkerState.BUSY, i % 2, 2, worker.url()));
            host.queen().worker(Fixtures.worker("new-" + i % 7, "a-model", WorkerState.LOADING, 0, 1, worker.url()));
        }
        host.queen().gone("w-1");
        until(() -> graph.fleet.workers().get("w-1") == null && shows("#worker-detail", "busy"));
        assertEquals(11, graph.fleet.workers().list().size());
        assertTrue(shows("#worker-detail", "w-3"));
        until(() -> lookup("#worker-log").queryListView().getItems().size() == 40);
        clickOn("#worker-stop");
        until(() -> lookup("Stop worker").tryQuery().isPresent());
        Button sure = lookup("Stop worker").queryButton();
        interact(sure::fire); // an answer that runs would be lost, so it asks first
        until(() -> host.queen().calls().contains("stop w-3"));
        until(() -> !lookup("#worker-detail").query().isVisible());
    }

    @Test
    void theThemeChangesAtOnce() {
        clickOn("#nav-settings");
        clickOn("#theme-dark");
        assertTrue(graph.look.darkProperty().get());
        assertTrue(graph.frame.getScene().getStylesheets().getFirst().endsWith("dark.css"));
        clickOn("#theme-light");
        assertTrue(graph.frame.getScene().getStylesheets().getFirst().endsWith("light.css"));
        until(() -> Files.exists(home.resolve("app.json"))
                && AppState.open(home.resolve("app.json")).text("theme", "").equals("light"));
    }
}
