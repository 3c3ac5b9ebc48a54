package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.models.ModelEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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

    @Test
    void aFileIsLookedAtTakenInAndKnownAgain() throws Exception {
        Path file = Files.copy(DEMO, Files.createTempDirectory("rbee-files").resolve("my own model.gguf"));
        List<String> words = Arguments.whole(List.of(file.toUri().toString()), Path.of(""));
        interact(() -> graph.open(Arguments.parse(words))); // before the queen answers
        until(() -> lookup("#import-files").tryQuery().isPresent() && shows("#import-files", "trained with 1k tokens"));
        online();
        until(() -> shows("#fit-lines", "Fits"));
        assertTrue(catalog().isEmpty(), "nothing is taken in by being looked at");
        until(() -> !lookup("#import-go").query().isDisabled());
        interact(() -> lookup("#import-go").queryButton().fire());
        until(() -> lookup("#import-files").tryQuery().isEmpty());
        until(() -> shows("#toasts", "is imported"));
        until(() -> lookup("#model-detail").tryQuery().filter(WindowTest::seen).isPresent()
                && shows("#model-detail", "my-own-model"));

        interact(() -> graph.open(Arguments.parse(words)));
        until(() -> lookup("#import-files").tryQuery().isPresent() && shows("#import-files", "Already here as"));
        assertTrue(lookup("#import-go").query().isDisabled());
    }

    private List<ModelEntry> catalog() {
        return graph.fleet.view().get().hives().values().stream()
                .filter(hive -> hive.capabilities() != null)
                .flatMap(hive -> Objects.requireNonNull(hive.capabilities()).models().stream())
                .filter(model -> model.id().contains("own"))
                .toList();
    }
}
