package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.frame.Command;
import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.Past;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.small.SmallWorker;
import dev.rbee.app.state.AppState;
import dev.rbee.contract.events.FleetProblem;
import dev.rbee.contract.hives.HiveState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The first page, on a small queen over real HTTP. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class HomeTest extends WindowTest {
    @TempDir
    Path home;

    private SmallWorker worker;
    private SmallHost host;
    private Graph graph;
    private AppState state;

    @Override
    public void start(Stage stage) {
        worker = new SmallWorker("w-1", "demo", SmallHost.TOKEN);
        host = new SmallHost(this::prepare, List.of(worker.registry()));
        state = AppState.memory();
        graph = new Graph(host, SmallHost.TOKEN, home, light(), state);
        show(graph, stage, 980, 700);
    }

    private void prepare(SmallQueen queen) {
        queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 0));
        Past.figures(queen.activity(), Instant.now());
    }

    @AfterEach
    void end() {
        interact(() -> graph.close());
        host.close();
        worker.close();
    }

    @Test
    void stepsLeaveWhenTheyAreDoneAndComeBackOnRequest() throws Exception {
        assertTrue(lookup("#figure-hives").tryQuery().isPresent(), "a first start opens the first page");
        until(() ->
                there("#home-start-demo") && !lookup("#home-start-demo").query().isDisabled());
        clickOn("#home-start-demo");
        until(() -> host.queen().calls().stream().anyMatch(call -> call.startsWith("spawn")));
        until(() -> shows("#first-steps", "Loading demo…"));
        host.queen().finishSpawn(true);
        until(() -> !there("#home-start-demo"));
        until(() -> shows("#first-steps", "A model was started"));
        assertTrue(there("#home-add-machine"));

        host.queen().hive(Fixtures.hive("gpu-1", HiveState.ONLINE, 0));
        until(() -> !there("#home-add-machine"));
        clickOn("#home-examples");
        until(() -> lookup("#snippet").tryQuery().isPresent());
        TextArea snippet = (TextArea) lookup("#snippet").query();
        assertTrue(snippet.getText().contains(host.queen().url() + "/v1"), snippet.getText());
        assertFalse(snippet.getText().contains(SmallHost.TOKEN), "the key is not shown");
        clickOn("#snippet-python");
        clickOn("#snippet-copy");
        String copied = WaitForAsyncUtils.asyncFx(
                        () -> Clipboard.getSystemClipboard().getString())
                .get();
        assertTrue(copied.contains("OpenAI(") && copied.contains(SmallHost.TOKEN));
        clickOn("Close");
        until(() -> !there("#first-steps"));

        interact(() -> command("Show the first steps").act().run());
        until(() -> there("#home-examples"));
        clickOn("#hide-steps");
        until(() -> !there("#first-steps"));
        assertTrue(state.flag("home.steps.hidden", false));
    }

    @Test
    void figuresChartsMemoryAndProblemsFollowTheFleet() {
        until(() -> shows("#home-memory", "GPU memory"));
        until(() -> points("#home-chart-speed") > 100);
        host.queen().stats(112, 2);
        until(() -> shows("#figure-speed", "112") && shows("#figure-queue", "2"));
        until(() -> text("#home-health").equals("all is well"));
        for (String figure : List.of("hives", "workers", "speed", "queue")) {
            double high = lookup("#figure-" + figure).query().getLayoutBounds().getHeight();
            assertTrue(high < 130, figure + " is " + high + " px high");
        }

        host.queen()
                .problem(new FleetProblem(
                        "hive:mac", "Hive mac cannot be started.", "Look into its log.", Instant.now(), "mac"));
        until(() -> shows("#home-problems", "Hive mac cannot be started."));
        assertEquals("1 problem", text("#home-health"));
        clickOn("Go to the hive");
        until(() -> graph.frame.at("hives"));
        interact(() -> graph.frame.open("home"));
        host.queen().problemGone("hive:mac");
        until(() -> !there("#home-problems"));

        String base = host.queen().url() + "/v1";
        interact(() -> graph.control.stop());
        until(() -> lookup("#home-charts").query().getStyleClass().contains("away"));
        until(() -> graph.fleet.view().get().registry());
        assertTrue(shows("#home-memory", "GPU memory"), "what was known of the machine is still shown");
        until(() -> text("#away-banner .label").startsWith("The queen has been stopped since"));
        assertTrue(shows("#first-steps", base), "her address is the one she comes back to");
        interact(() -> graph.frame.open("hives"));
        until(() -> lookup("#hives-table").query().getStyleClass().contains("away"));
        until(() -> shows("#hives-table", "GPU "));
    }

    private Command command(String words) {
        return graph.frame.commands().stream()
                .filter(each -> each.words().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private boolean there(String id) {
        return lookup(id).tryQuery().map(HomeTest::shown).orElse(false);
    }

    private static boolean shown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private int points(String chart) {
        return from(lookup(chart).<Node>query())
                .lookup(".chart-line")
                .<javafx.scene.shape.Path>query()
                .getElements()
                .size();
    }
}
