package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.live.Row;
import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.Machines;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.workers.WorkerState;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be done with machines on their page, on a small queen over real HTTP. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class HiveActionsTest extends WindowTest {
    @TempDir
    Path home;

    private SmallHost host;
    private Graph graph;

    @Override
    public void start(Stage stage) {
        host = new SmallHost(HiveActionsTest::prepare, List.of());
        Look look = new Look();
        look.choose(Theme.DARK);
        graph = new Graph(host, SmallHost.TOKEN, home, look, AppState.memory());
        show(graph, stage, 1200, 800);
    }

    private static void prepare(SmallQueen queen) {
        queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 1));
        queen.worker(Fixtures.worker("w-1", "demo", WorkerState.BUSY, 1, 2, queen.url()));
        queen.hive(Machines.hive("mac", HiveState.ERROR, "The machine refuses this login."));
        queen.nodes().node(Machines.ask("mac", "vince", "mac.lan"));
    }

    @AfterEach
    void end() {
        interact(() -> graph.close());
        host.close();
    }

    private List<String> calls() {
        return host.queen().calls();
    }

    private void open(String hive) {
        until(() -> graph.fleet.hives().get(hive) != null);
        interact(() -> {
            graph.frame.open("hives");
            TableView<?> table = lookup("#hives-table").queryAs(TableView.class);
            for (int i = 0; i < table.getItems().size(); i++) {
                if (((Row<?>) table.getItems().get(i)).key().equals(hive)) {
                    table.getSelectionModel().select(i);
                }
            }
        });
        until(() -> lookup("#hive-detail").query().isVisible());
    }

    private void press(String id) {
        until(() -> lookup(id).tryQuery().isPresent() && !lookup(id).query().isDisabled());
        interact(() -> ((ButtonBase) lookup(id).query()).fire());
    }

    private void choose(String id) {
        MenuButton more = lookup("#hive-more").queryAs(MenuButton.class);
        interact(() -> more.getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    @Test
    void aMachineShowsItsWayReasonAndLogAndCanBeStarted() {
        open("mac");
        until(() -> shows("#hive-detail", "vince@mac.lan"));
        assertTrue(shows("#hive-detail", "The machine refuses this login."));
        until(() -> lookup("#hive-log").queryListView().getItems().contains("hive=mac beat=12"));
        press("#hive-start");
        until(() -> calls().contains("start mac"));
        host.queen().nodes().progress(0.5, "Starting the hive");
        until(() -> shows("#hive-detail", "Starting the hive"));
        host.queen().nodes().fails(Problem.of(ProblemCode.HIVE_START_FAILED, "It does not come up.", "Its log."));
        until(() -> shows("#hive-detail", "It does not come up."));
    }

    @Test
    void aLoginThatIsAskedForCanBeGiven() {
        open("mac");
        host.queen().nodes().trouble(Problem.of(ProblemCode.SSH_LOGIN_NEEDED, "mac needs a password.", "Give it."));
        press("#hive-login");
        press("#login-go");
        until(() -> shows(".dialog-pane", "mac needs a password."));
        interact(() -> ((PasswordField) lookup("#login-password-text").query()).setText("not a real one"));
        press("#login-go");
        until(() -> lookup("#login-go").tryQuery().isEmpty());
        assertEquals(2, calls().stream().filter("login mac"::equals).count());
    }

    @Test
    void removingSaysWhatIsLostAndCanForgetWhatIsOutOfReach() {
        open("mac");
        choose("hive-remove");
        until(() -> shows(".dialog-pane", "is deleted there, with 1 model on its disk"));
        host.queen().nodes().stays(Problem.of(ProblemCode.SSH_UNREACHABLE, "mac.lan does not answer.", "Is it on?"));
        press("#remove-go");
        until(() -> shows(".dialog-pane", "mac.lan does not answer."));
        press("#remove-forget");
        until(() -> lookup("#remove-go").tryQuery().isEmpty());
        assertEquals(List.of("remove mac", "forget mac"), calls().subList(calls().size() - 2, calls().size()));
    }

    @Test
    void stoppingAsksWhereAnswersWouldBeCutOff() {
        open("this-machine");
        assertFalse(shows("#hive-detail", "Remove…"));
        press("#hive-stop");
        until(() -> shows(".dialog-pane", "One answer is being written"));
        assertFalse(calls().contains("stop this-machine"));
        press("Stop hive");
        until(() -> calls().contains("stop this-machine"));
        host.queen().nodes().done();
        press("#hive-drain");
        until(() -> calls().contains("drain this-machine"));
    }

    @Test
    void enginesAreInstalledChosenAndRemoved() {
        open("this-machine");
        until(() -> shows("#hive-engines", "llama-server b10587"));
        assertTrue(shows("#hive-engines", "installed by rbee, 412 tok/s with the demo model"));
        press("Use it");
        until(() -> calls().contains("use b10587 on this-machine"));
        press("Remove engine…");
        press("Remove engine");
        until(() -> calls().contains("remove b10587 from this-machine"));
        press("#engine-install");
        until(() -> lookup("#engine-install-go").tryQuery().isPresent());
        assertTrue(lookup("#engine-install-go").query().isDisabled());
        interact(() -> ((TextField) lookup("#engine-source").query()).setText("https://example.org/llama.zip"));
        assertTrue(lookup("#engine-install-go").query().isDisabled(), "an address needs its SHA-256");
        interact(() -> ((TextField) lookup("#engine-sha256").query()).setText("ab".repeat(32)));
        press("#engine-install-go");
        until(() -> calls().contains("install null https://example.org/llama.zip on this-machine"));
        host.queen().nodes().progress(0.5, "Unpacking it");
        until(() -> shows("#hive-engines", "Unpacking it"));
        host.queen().nodes().done();
        until(() -> !shows("#hive-engines", "Unpacking it"));
    }

    @Test
    void aServerOfAnotherProgramIsAttachedAndLetGoOf() {
        until(() -> graph.fleet.hives().get("mac") != null);
        interact(() -> graph.frame.open("workers"));
        press("#attach-server");
        until(() -> lookup("#endpoint-url").tryQuery().isPresent());
        interact(() -> ((TextField) lookup("#endpoint-url").query()).setText("http://127.0.0.1:11434"));
        assertEquals("ollama", ((TextField) lookup("#endpoint-name").query()).getText());
        interact(() -> ((PasswordField) lookup("#endpoint-key").query()).setText("not a real one"));
        press("#endpoint-attach");
        until(() -> shows(".dialog-pane", "ollama  ·  ollama"));
        assertTrue(calls().contains("attach AddEndpoint[ollama, http://127.0.0.1:11434, null]"));
        press("#endpoint-remove-ollama");
        press("Let go");
        until(() -> calls().contains("detach ollama"));
    }
}
