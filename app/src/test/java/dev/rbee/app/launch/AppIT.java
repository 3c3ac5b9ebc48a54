package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.live.Link;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.service.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The window on a real registry, queen, hive and worker with the demo model, all of a new home on free ports. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class AppIT extends WindowTest {
    private static final Map<String, String> FREE_PORTS =
            Map.of("RBEE_REGISTRY_PORT", "0", "RBEE_QUEEN_PORT", "0", "RBEE_LOCAL_HIVE_PORT", "0");

    private static final List<String> PAGES =
            List.of("home", "chat", "hives", "workers", "models", "activity", "settings");

    private Path folder;
    private FleetHost host;
    private Graph graph;
    private final Set<Long> before = children();

    @Override
    public void start(Stage stage) throws Exception {
        folder = Files.createTempDirectory("rbee-app-it");
        Home home = Home.at(folder);
        host = new FleetHost(home, FREE_PORTS, () -> {});
        Look look = new Look();
        look.choose(Theme.DARK);
        graph = new Graph(host, host.token(), folder, look, AppState.memory());
        stage.setScene(graph.scene(980, 700));
        graph.ownedBy(stage);
        stage.show();
        graph.frame.open("chat");
        graph.control.start();
    }

    @AfterEach
    void end() {
        interact(() -> graph.close());
        host.close();
        until(() -> before.containsAll(children()));
    }

    private static Set<Long> children() {
        return ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    @Test
    void oneClickThenAChatThatSurvivesItsQueen() throws Exception {
        until(() -> graph.fleet.view().get().connected());
        until(() -> lookup("#start-demo").query().isVisible());
        clickOn("#start-demo");
        until(() -> lookup("#composer").query().isFocused());

        write("What is a hive?");
        type(KeyCode.ENTER);
        until(() -> text("#answer-figures").contains("tokens"));
        assertTrue(shows("#transcript", "machine"), "the demo model knows what a hive is");

        clickOn("#queen-switch");
        until(() -> graph.fleet.view().get().link() instanceof Link.Away away && away.stopped());
        assertTrue(lookup("#queenless").query().isVisible());
        clickOn("#composer").write("Who are you?");
        type(KeyCode.ENTER);
        until(() -> lookup("#answer-figures").queryAll().size() == 2);
        assertEquals(0, lookup(".problem").queryAll().size());

        clickOn("#nav-workers");
        until(() -> graph.fleet.view().get().registry());
        assertEquals(1, graph.fleet.workers().list().size(), "the registry knows the worker");
        assertTrue(answersWhileAway() > 0);

        clickOn("#queen-switch");
        until(() -> graph.fleet.view().get().connected());
        until(() -> graph.fleet.workers().list().size() == 1);
        until(() -> from(lookup("#workers-table").queryAll())
                .lookup("demo")
                .tryQuery()
                .isPresent());
        clickOn("demo");
        until(() -> !lookup("#worker-log").queryListView().getItems().isEmpty());
        clickOn("#worker-stop");
        until(() -> graph.fleet.workers().list().isEmpty());
    }

    @Test
    void nothingStaysBehindWhenTheQueenWasStoppedBefore() {
        until(() ->
                graph.fleet.hives().list().stream().anyMatch(row -> row.now().online()));
        clickOn("#queen-switch");
        until(() -> graph.fleet.view().get().link() instanceof Link.Away away && away.stopped());
        // the hive must end with the host: see end()
    }

    /** The JavaFX thread takes tasks one after the other, each within the deadline, while nobody answers. */
    private int answersWhileAway() throws Exception {
        AtomicInteger answers = new AtomicInteger();
        for (int i = 0; i < 50; i++) {
            Platform.runLater(answers::incrementAndGet);
            String page = PAGES.get(i % PAGES.size());
            WaitForAsyncUtils.asyncFx(() -> graph.frame.open(page)).get();
        }
        assertEquals(50, answers.get());
        String figures = ((Labeled) lookup("#status-figures").query()).getText();
        assertTrue(figures.contains("1 worker"), figures);
        interact(() -> graph.frame.open("workers"));
        return answers.get();
    }
}
