package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.chats.ChatTree;
import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.state.AppState;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerState;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chat page on a small queen over real HTTP. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class ChatPaneTest extends WindowTest {
    private static final String FIGURES = "58 tok/s  ·  first [0-9.]+ s  ·  4 tokens  ·  16 of 4,096 context";

    @TempDir
    Path home;

    private SmallHost host;
    private Graph graph;

    @Override
    public void start(Stage stage) {
        host = new SmallHost(ChatPaneTest::prepare, List.of());
        graph = new Graph(host, SmallHost.TOKEN, home, light(), AppState.memory());
        show(graph, stage, 980, 700);
        graph.frame.open("chat");
    }

    private static void prepare(SmallQueen queen) {
        queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 1));
        queen.worker(Fixtures.worker("w-1", "demo", WorkerState.IDLE, 2, 2, queen.url()));
        queen.chat().prepare("<think>hm</think>One and the same.");
    }

    @AfterEach
    void end() {
        interact(() -> graph.close());
        host.close();
    }

    private ChatTree tree() {
        return graph.chats.open().get();
    }

    private void say(String text) {
        interact(() -> {
            TextInputControl composer = (TextInputControl) lookup("#composer").query();
            composer.requestFocus();
            composer.setText(text);
        });
        type(KeyCode.ENTER);
    }

    @Test
    void twoAnswerSideBySideAndOneIsKept() {
        until(() -> graph.fleet.view().get().workers().size() == 1);
        interact(() -> ((ToggleButton) lookup("#beside").query()).fire());
        say("hello");
        until(() -> tree().path().size() == 2
                && tree().siblings(tree().path().getLast()).stream()
                        .allMatch(each -> each.state().get() == State.DONE));
        until(() -> lookup("#side-by-side").tryQuery().isPresent());
        until(() -> figures().count() == 2);
        for (double width : new double[] {1280, 900}) {
            interact(
                    () -> lookup("#side-by-side").query().getScene().getWindow().setWidth(width));
            until(() -> figures()
                    .allMatch(each -> each.getText().matches(FIGURES) && !each.isTextTruncated() && within(each)));
        }
        Message first = tree().siblings(tree().path().getLast()).getFirst();
        interact(() -> ((Button) lookup("#keep-1").query()).fire());
        until(() ->
                lookup("#side-by-side").tryQuery().isEmpty() && tree().path().getLast() == first);
        until(() -> shows("#transcript", "1/2") && shows("#transcript", "One and the same."));
        until(() -> text("#thought").startsWith("Thought"));
    }

    private Stream<Label> figures() {
        return from(lookup("#side-by-side").<Node>query()).lookup("#answer-figures").queryAllAs(Label.class).stream()
                .filter(WindowTest::seen);
    }

    /** Whether all of it has its place in its column. */
    private static boolean within(Label label) {
        Node column = label;
        while (!column.getStyleClass().contains("pair-column")) {
            column = column.getParent();
        }
        var place = label.localToScene(label.getBoundsInLocal());
        return column.localToScene(column.getBoundsInLocal()).contains(place);
    }

    /** Nobody runs, the model is installed: it is asked for by name, so that the queen starts it. */
    @Test
    void anAutomaticChatAsksForTheModelOfItsLastAnswerWhereNobodyRuns() {
        until(() -> graph.fleet.view().get().workers().size() == 1);
        say("hello");
        until(() -> tree().path().size() == 2 && tree().path().getLast().state().get() == State.DONE);
        host.queen().gone("w-1");
        until(() -> graph.fleet.view().get().workers().isEmpty());
        say("and again");
        until(() -> tree().path().size() == 4 && tree().path().getLast().state().get() == State.DONE);
        String asked = host.queen().chat().asked();
        assertTrue(asked.contains("\"model\":\"demo\""), asked);
    }

    @Test
    void whatIsSetUpGoesAlongAndADraftStaysWithItsChat() {
        until(() -> graph.fleet.view().get().workers().size() == 1);
        interact(() -> ((ToggleButton) lookup("#setup-toggle").query()).fire());
        until(() -> lookup("#param-temperature").tryQuery().isPresent());
        interact(() -> {
            TextInputControl temperature =
                    (TextInputControl) lookup("#param-temperature").query();
            temperature.appendText("0");
            temperature.appendText(".");
            temperature.appendText("3");
            ((TextInputControl) lookup("#param-top-k").query()).setText("not a number");
            ((TextInputControl) lookup("#system-prompt").query()).setText("Be short.");
        });
        assertTrue(shows("#setup", "A whole number from 1 to 1000"));
        say("hello");
        until(() -> tree().path().size() == 2 && tree().path().getLast().state().get() == State.DONE);
        String asked = host.queen().chat().asked();
        assertTrue(asked.contains("\"temperature\":0.3"), asked);
        assertTrue(asked.contains("\"role\":\"system\",\"content\":\"Be short.\""), asked);
        assertEquals(-1, asked.indexOf("top_k"), asked);

        interact(() -> ((TextInputControl) lookup("#composer").query()).setText("not sent yet"));
        ChatTree before = tree();
        interact(graph.chats::fresh);
        until(() -> tree() != before
                && ((TextInputControl) lookup("#composer").query()).getText().isEmpty());
        interact(() -> graph.chats.open(before.id()));
        until(() -> ((TextInputControl) lookup("#composer").query()).getText().equals("not sent yet"));
    }
}
