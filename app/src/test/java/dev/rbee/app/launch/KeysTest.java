package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.chats.ChatTree;
import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.state.AppState;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.workers.WorkerState;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** What keys do where the focus is: in the list of chats, in tables, in dialogs. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class KeysTest extends WindowTest {
    @TempDir
    Path home;

    private SmallHost host;
    private Graph graph;

    @Override
    public void start(Stage stage) {
        host = new SmallHost(KeysTest::prepare, List.of());
        graph = new Graph(host, SmallHost.TOKEN, home, light(), AppState.memory());
        show(graph, stage, 1180, 700);
    }

    private static void prepare(SmallQueen queen) {
        queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 1));
        queen.worker(Fixtures.worker("w-1", "demo", WorkerState.IDLE, 1, 1, queen.url()));
        queen.worker(Fixtures.worker("w-2", "other", WorkerState.IDLE, 1, 1, queen.url()));
    }

    @AfterEach
    void end() {
        interact(() -> {
            List.copyOf(Window.getWindows()).stream()
                    .filter(window -> !window.equals(graph.frame.getScene().getWindow()))
                    .forEach(Window::hide);
            graph.close();
        });
        host.close();
    }

    private void ready() {
        until(() -> graph.fleet.view().get().connected()
                && graph.fleet.workers().list().size() == 2);
    }

    private @Nullable Node focus() {
        return Window.getWindows().getLast().getScene().getFocusOwner();
    }

    private boolean focused(String id) {
        Node owner = focus();
        return owner != null && id.equals(owner.getId());
    }

    private String say(String words) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            graph.chats.fresh();
            ChatTree tree = graph.chats.open().get();
            Message answer = tree.answer(tree.say(words, List.of()));
            tree.append(answer, "An answer");
            tree.finish(answer, State.DONE, null, null);
            return tree.id();
        });
    }

    private ListView<?> list() {
        return lookup("#conversations").queryListView();
    }

    private boolean known(String chat) {
        return graph.chats.info(chat) != null;
    }

    /** Two chats, the keyboard in their list at the open one. */
    private String chatInTheList() {
        until(() -> graph.chats.ready().get());
        interact(() -> graph.frame.open("chat"));
        say("First words");
        String chat = say("Second words");
        until(() -> list().getItems().size() == 3);
        interact(() -> list().requestFocus());
        until(() -> !list().getSelectionModel().isEmpty());
        return chat;
    }

    @Test
    void aDeletedChatComesBackByCtrlZ() {
        String chat = chatInTheList();
        push(KeyCode.DELETE);
        until(() -> !known(chat));
        until(() -> list().getItems().size() == 2);
        assertTrue(list().isFocused(), () -> "the focus went to " + focus());
        push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> known(chat) && graph.chats.open().get().id().equals(chat));

        interact(() -> list().requestFocus());
        until(() -> !list().getSelectionModel().isEmpty());
        push(KeyCode.DELETE);
        until(() -> !known(chat));
        clickOn("#composer");
        push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> known(chat));
    }

    @Test
    void aTextTakesItsOwnWordsBackFirst() {
        String chat = chatInTheList();
        push(KeyCode.DELETE);
        until(() -> !known(chat));
        clickOn("#composer").write("abc");
        push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> lookup("#composer").queryTextInputControl().getText().isEmpty());
        assertFalse(known(chat));
        push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> known(chat));
    }

    @Test
    void theMenuKeyOpensTheMenuOfTheSelectedRow() {
        ready();
        push(KeyCode.CONTROL, KeyCode.DIGIT4);
        until(() -> graph.frame.at("workers") && focused("workers-table"));
        TableView<?> table = lookup("#workers-table").query();
        until(() -> table.getItems().size() == 2);
        interact(() -> table.getSelectionModel().clearAndSelect(1));
        push(KeyCode.SHIFT, KeyCode.F10);
        until(() -> menu() != null);
        double row = table.localToScreen(0, 0).getY() + 2 * 36;
        double top = Objects.requireNonNull(menu()).getY();
        assertTrue(top > row, () -> top + " is above the row at " + row);
        push(KeyCode.ESCAPE);
        until(() -> menu() == null);
    }

    @Test
    void theMenuKeyOpensTheMenuOfTheSelectedChat() {
        chatInTheList();
        push(KeyCode.CONTEXT_MENU);
        until(() -> menu() != null);
        assertTrue(Objects.requireNonNull(menu()).getItems().size() > 4);
        push(KeyCode.ESCAPE);
        until(() -> menu() == null);
    }

    private @Nullable ContextMenu menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElse(null);
    }

    @Test
    void escapeClosesTheSetUp() {
        interact(() -> graph.frame.open("chat"));
        push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.P);
        until(() -> lookup("#setup").tryQuery().isPresent());
        clickOn("#system-prompt").write("Be brief");
        push(KeyCode.ESCAPE);
        until(() -> lookup("#setup").tryQuery().isEmpty());
        assertTrue(focused("composer"));
    }

    @Test
    void enterAfterAFailureLooksAtTheMachineAgain() {
        ready();
        interact(() -> graph.frame.open("hives"));
        interact(() -> lookup("#add-machine").<ButtonBase>query().fire());
        until(() -> lookup("#enroll-host").tryQuery().isPresent());
        until(() -> focused("enroll-host"));
        host.queen().nodes().trouble(Problem.of(ProblemCode.SSH_UNREACHABLE, "It does not answer.", "Is it on?"));
        clickOn("#enroll-host-text").write("nowhere.lan");
        for (int i = 1; i <= 3; i++) {
            int times = i;
            push(KeyCode.ENTER);
            until(() -> host.queen().calls().size() == times && shows(".enroll", "It does not answer."));
            until(() -> focused("enroll-host"));
        }
        assertEquals("probe nowhere.lan null", host.queen().calls().getLast());
    }

    @Test
    void enterStartsTheWorker() {
        ready();
        interact(() -> graph.frame.open("workers"));
        push(KeyCode.CONTROL, KeyCode.N);
        until(() -> lookup("#start-go")
                .tryQuery()
                .filter(node -> !node.isDisabled())
                .isPresent());
        until(() -> focused("start-model"));
        push(KeyCode.ENTER);
        until(() -> host.queen().calls().stream().anyMatch(call -> call.startsWith("spawn")));
        until(() -> !(focus() instanceof ButtonBase));
        host.queen().finishSpawn(false);
        until(() -> focused("start-model"));
    }

    @Test
    void theWayOutKeepsAFocusThatTabBroughtThere() {
        ready();
        interact(() -> graph.connection.other());
        until(() -> lookup("#connect-go").tryQuery().isPresent());
        for (int i = 0; i < 40 && !(focus() instanceof Button button && button.isCancelButton()); i++) {
            push(KeyCode.TAB);
        }
        push(KeyCode.ENTER);
        until(() -> lookup("#connect-go").tryQuery().isEmpty());
    }

    @Test
    void enterAfterARefusedConnectionTriesAgain() {
        ready();
        interact(() -> graph.connection.other());
        until(() -> lookup("#connect-by-address").tryQuery().isPresent());
        interact(() -> lookup("#connect-by-address").<ButtonBase>query().fire());
        clickOn("#connect-url").write("http://127.0.0.1:1");
        clickOn("#connect-key").write("rbee_a-key-that-is-long-enough");
        for (int i = 0; i < 2; i++) {
            push(KeyCode.ENTER);
            until(() -> lookup(".connect .problem").tryQuery().isPresent()
                    && !lookup("#connect-key").query().isDisabled());
            until(() -> !(focus() instanceof ButtonBase));
        }
    }
}
