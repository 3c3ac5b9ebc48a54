package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.Machines;
import dev.rbee.app.small.SmallNodes;
import dev.rbee.app.state.AppState;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.nodes.ProbedNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wizard from the first step to the last, and out of it at every step, on a small queen over real HTTP. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class EnrollTest extends WindowTest {
    @TempDir
    Path home;

    private SmallHost host;
    private Graph graph;

    @Override
    public void start(Stage stage) {
        host = new SmallHost(queen -> queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 0)), List.of());
        graph = new Graph(host, SmallHost.TOKEN, home, light(), AppState.memory());
        show(graph, stage, 980, 700);
    }

    @AfterEach
    void end() {
        interact(() -> graph.close());
        host.close();
    }

    private SmallNodes nodes() {
        return host.queen().nodes();
    }

    private List<String> calls() {
        return host.queen().calls();
    }

    private void press(String id) {
        until(() -> !lookup(id).query().isDisabled() && lookup(id).query().isVisible());
        interact(() -> ((ButtonBase) lookup(id).query()).fire());
    }

    private void fill(String id, String text) {
        interact(() -> ((TextInputControl) lookup(id).query()).setText(text));
    }

    private boolean gone() {
        return lookup(".enroll").tryQuery().isEmpty();
    }

    private void open(String address) {
        until(() -> graph.fleet.view().get().connected());
        interact(() -> graph.frame.open("hives"));
        press("#add-machine");
        until(() -> lookup(".enroll").tryQuery().isPresent());
        fill("#enroll-host-text", address);
    }

    private static Problem unknownKey() {
        return Problem.of(ProblemCode.HOST_KEY_UNKNOWN, "gpu-1.lan is not known yet.", "Accept its key.")
                .withDetails("{\"fingerprint\":\"" + SmallNodes.PRINT + "\",\"key_type\":\"ssh-ed25519\"}");
    }

    @Test
    void fromAnAddressToAModelThatRunsThere() {
        open("vince@gpu-1.lan");
        assertEquals("gpu-1", ((TextInputControl) lookup("#enroll-name").query()).getText());
        nodes().trouble(unknownKey());
        press("#enroll-next");
        until(() -> text("#enroll-fingerprint").equals(SmallNodes.PRINT));
        press("#enroll-next");
        until(() -> shows(".enroll", "What will be done"));
        assertEquals(List.of("probe gpu-1.lan null", "probe gpu-1.lan " + SmallNodes.PRINT), calls());
        press("#enroll-next");
        until(() -> calls().contains("add gpu-1"));
        nodes().progress(0.4, "Uploading 12.0 of 78.0 MB");
        until(() -> text("#enroll-doing").equals("Uploading 12.0 of 78.0 MB"));
        assertTrue(lookup("#phase-copy").query().getStyleClass().contains("now"));
        nodes().done();
        until(() -> lookup("#phase-heartbeat").query().getStyleClass().contains("now"));
        assertTrue(lookup("#enroll-start").tryQuery().isEmpty(), "the job's end is not yet success");
        nodes().beats("gpu-1");
        until(() -> lookup("#enroll-start").tryQuery().isPresent());
        press("#enroll-start");
        until(() -> calls().stream().anyMatch(call -> call.startsWith("spawn") && call.contains("\"gpu-1\"")));
        host.queen().finishSpawn(true);
        until(() -> shows(".enroll", "demo is ready there"));
        press("#enroll-next");
        until(this::gone);
        assertFalse(calls().contains("remove gpu-1"));
    }

    @Test
    void aChangedKeyStopsEverything() {
        open("gpu-1.lan");
        nodes().trouble(Problem.of(ProblemCode.HOST_KEY_CHANGED, "Known SHA256:a, shown SHA256:b.", "Look at it."));
        press("#enroll-next");
        until(() -> shows(".enroll", "shown SHA256:b"));
        assertFalse(lookup("#enroll-next").query().isVisible());
        press("#enroll-back");
        until(() -> shows(".enroll", "Which machine?"));
        press("#enroll-cancel");
        until(this::gone);
        assertEquals(List.of("probe gpu-1.lan null"), calls());
    }

    @Test
    void closedByItsFrameItCanBeOpenedAgain() {
        for (int i = 0; i < 3; i++) {
            open("gpu-1.lan");
            Window dialog = lookup("#enroll-host").query().getScene().getWindow();
            interact(() -> dialog.fireEvent(new WindowEvent(dialog, WindowEvent.WINDOW_CLOSE_REQUEST)));
            until(this::gone);
        }
    }

    @Test
    void aRefusedLoginIsSaidWhereItCanBeMended() {
        open("gpu-1.lan");
        nodes().trouble(Problem.of(ProblemCode.SSH_LOGIN_REFUSED, "It refuses this login.", "Another key?"));
        press("#enroll-next");
        until(() -> shows(".enroll", "It refuses this login."));
        nodes().well();
        press("#enroll-next");
        until(() -> shows(".enroll", "can be added"));
        press("#enroll-back");
        until(() -> shows(".enroll", "Which machine?"));
        assertFalse(shows(".enroll", "It refuses this login."));
    }

    @Test
    void aMachineThatDoesNotSuitIsLookedAtAgain() {
        open("gpu-1.lan");
        nodes().finds(new ProbedNode(SmallNodes.PRINT, "ssh-ed25519", Machines.blocked()));
        press("#enroll-next");
        until(() -> shows(".enroll", "Only 41 MB are free"));
        assertTrue(lookup("#enroll-next").query().isDisabled());
        nodes().finds(new ProbedNode(SmallNodes.PRINT, "ssh-ed25519", Machines.good()));
        press("#enroll-again");
        until(() -> !lookup("#enroll-next").query().isDisabled());
    }

    @Test
    void whatWasBegunIsTakenBack() {
        open("gpu-1.lan");
        press("#enroll-next");
        until(() -> shows(".enroll", "can be added"));
        press("#enroll-next");
        until(() -> calls().contains("add gpu-1"));
        press("#enroll-back");
        until(() -> calls().contains("remove gpu-1"));
        assertTrue(calls().indexOf("cancel node-gpu-1") < calls().indexOf("remove gpu-1"), calls().toString());
        until(() -> shows(".enroll", "What will be done"));
        press("#enroll-cancel");
        until(this::gone);
    }

    @Test
    void aFailureCanBeTriedAgainAndCancelled() {
        open("gpu-1.lan");
        press("#enroll-next");
        until(() -> shows(".enroll", "can be added"));
        press("#enroll-next");
        until(() -> calls().contains("add gpu-1"));
        nodes().fails(Problem.of(ProblemCode.STORAGE_FULL, "The disk is full.", "Make room."));
        until(() -> shows(".enroll", "The disk is full."));
        press("#enroll-retry");
        until(() -> calls().contains("start gpu-1"));
        nodes().fails(Problem.of(ProblemCode.SSH_UNREACHABLE, "It does not answer.", "Is it on?"));
        until(() -> shows(".enroll", "It does not answer."));
        nodes().stays(Problem.of(ProblemCode.SSH_UNREACHABLE, "It cannot be cleaned up.", "Is it on?"));
        press("#enroll-cancel");
        until(() -> shows(".enroll", "It cannot be cleaned up."));
        press("#enroll-forget");
        until(this::gone);
        assertEquals("forget gpu-1", calls().getLast());
    }
}
