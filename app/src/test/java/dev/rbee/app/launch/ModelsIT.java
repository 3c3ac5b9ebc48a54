package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A model from a hub to a chat, in the window. */
class ModelsIT extends HubWindowTest {
    @Test
    void aModelIsFoundDownloadedStartedAndTalkedTo() {
        online();
        interact(() -> graph.frame.open("models"));
        until(() -> !lookup("#models-table").queryAs(TableView.class).getItems().isEmpty());
        download("tiny", REPO);
        until(() -> shows("#downloads", "done"));
        long sent = hub.sent(REPO, FILE);
        assertTrue(sent < DEMO.toFile().length() * 1.1, "it came once: " + sent);

        press("#downloads", "Start…");
        press("#start-go");
        until(() -> graph.fleet.workers().list().size() == 1
                && lookup("#start-go").tryQuery().isEmpty());
        interact(() -> graph.frame.open("chat"));
        clickOn("#composer").write("What is a hive?");
        type(KeyCode.ENTER);
        until(() -> text("#answer-figures").contains("tokens"));
        assertTrue(shows("#transcript", "machine"), "it is the demo model by another name");
    }
}
