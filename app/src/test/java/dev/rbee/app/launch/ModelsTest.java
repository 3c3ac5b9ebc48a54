package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.live.Row;
import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.Machines;
import dev.rbee.app.small.Shelf;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.state.AppState;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of models and the start dialog, on a small queen over real HTTP. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class ModelsTest extends WindowTest {
    @TempDir
    Path home;

    private SmallHost host;
    private Graph graph;

    @Override
    public void start(Stage stage) {
        host = new SmallHost(ModelsTest::prepare, List.of());
        graph = new Graph(host, SmallHost.TOKEN, home, light(), AppState.memory());
        show(graph, stage, 1280, 800);
    }

    private static void prepare(SmallQueen queen) {
        queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 1));
        queen.hive(Machines.hive("mac", HiveState.ONLINE, null));
        queen.models().entry(Shelf.qwen("this-machine", "installed", null));
        queen.models().entry(Shelf.qwen("mac", "installed", null));
        queen.models().entry(Shelf.foreign("llama3.2:3b", "this-machine", "ollama"));
        queen.models().hits(List.of(Shelf.hub("unsloth/Qwen3-8B-GGUF", false, false)));
    }

    @BeforeEach
    void open() {
        until(() -> graph.fleet.hives().list().size() == 2);
        interact(() -> graph.frame.open("models"));
        until(() -> lookup("#models-table").queryAs(TableView.class).getItems().size() == 4);
    }

    @AfterEach
    void end() {
        interact(() -> graph.close());
        host.close();
    }

    private List<String> calls() {
        return host.queen().calls();
    }

    private void press(String id) {
        until(() -> lookup(id).tryQuery().isPresent() && !lookup(id).query().isDisabled());
        interact(() -> ((ButtonBase) lookup(id).query()).fire());
    }

    private void select(String model) {
        interact(() -> {
            TableView<?> table = lookup("#models-table").queryAs(TableView.class);
            for (int i = 0; i < table.getItems().size(); i++) {
                if (((Row<?>) table.getItems().get(i)).key().equals(model)) {
                    table.getSelectionModel().select(i);
                }
            }
        });
        until(() -> lookup("#model-detail").query().isVisible());
    }

    private void choose(String id, int item) {
        ComboBox<?> box = lookup(id).queryAs(ComboBox.class);
        interact(() -> box.getSelectionModel().select(item));
    }

    @Test
    void detailsSayWhatTheHeaderSaysAndShowTheTemplate() {
        select("Qwen3-8B-Q4_K_M");
        until(() -> shows("#model-about", "apache-2.0"));
        assertTrue(shows("#model-about", "32, 8 of keys and values"));
        assertTrue(shows("#model-about", "3.7 GB, 6.6 B weights"));
        press("#model-template");
        until(() -> lookup("#template-source").tryQuery().isPresent());
        assertTrue(lookup("#template-source")
                .queryAs(javafx.scene.control.TextArea.class)
                .getText()
                .contains("<|im_end|>"));
    }

    @Test
    void theMatrixSaysWhatIsWhereAndBringsAModelToAnotherHive() {
        press("#models-view-matrix");
        until(() -> lookup("#models-matrix").query().isVisible());
        until(() ->
                lookup("#models-matrix").queryAs(TableView.class).getColumns().size() == 3);
        assertEquals(
                4, lookup("#models-matrix").queryAs(TableView.class).getItems().size());
        until(() -> button("Fetch llama3.2:3b to mac") != null);
        interact(
                () -> Objects.requireNonNull(button("Fetch llama3.2:3b to mac")).fire());
        until(() -> calls().contains("pull llama3.2:3b to mac"));
        until(() -> shows("#toasts", "is on its way to mac"));
        interact(() -> graph.frame.reveal("models", "Qwen3-8B-Q4_K_M"));
        until(() -> lookup("#models-table").query().isVisible()
                && lookup("#model-detail").query().isVisible());
    }

    private @Nullable ButtonBase button(String accessible) {
        return lookup(".button").queryAll().stream()
                .filter(node -> accessible.equals(node.getAccessibleText()))
                .map(ButtonBase.class::cast)
                .findFirst()
                .orElse(null);
    }

    @Test
    void aModelIsOneRowWithItsHivesAndSaysWhatDeletingFrees() {
        select("Qwen3-8B-Q4_K_M");
        assertTrue(shows("#model-detail", "qwen3:8b"));
        until(() -> shows("#fit-lines", "20 of 37 layers on the GPU"));
        press("#model-delete");
        until(() -> shows(".dialog-pane", "This frees 10.1 GB on this-machine and mac."));
        choose("#delete-where", 2);
        until(() -> shows(".dialog-pane", "This frees 5.0 GB on mac."));
        host.queen().models().trouble(Problem.of(ProblemCode.MODEL_IN_USE, "w-1 runs it.", "Stop w-1 first."));
        press("#delete-go");
        until(() -> shows(".dialog-pane", "w-1 runs it."));
        press("#delete-go");
        until(() -> lookup("#delete-go").tryQuery().isEmpty());
        assertEquals(
                "delete Qwen3-8B-Q4_K_M on mac",
                calls().stream()
                        .filter(call -> call.startsWith("delete"))
                        .toList()
                        .getLast());
        until(() -> !shows("#model-detail", "mac  ·  installed"));

        select("llama3.2:3b");
        press("#model-delete");
        until(() -> shows(".dialog-pane", "belongs to another program"));
    }

    @Test
    void theCatalogueOffersSizesAndADownloadCanBePaused() {
        press("#section-discover");
        press("#library-qwen3");
        until(() -> shows("#offer-detail", "Strong all-round models"));
        until(() -> shows("#fit-lines", "Fits on NVIDIA RTX A4000 Laptop"));
        assertTrue(calls().contains("fit qwen3:8b null"));
        press("#offer-download");
        until(() -> calls().contains("pull qwen3:8b to null"));
        until(() -> shows("#downloads", "39.8 MB/s"));
        until(() -> text("#status-job").startsWith("qwen3:8b 50 %"));
        press("Pause");
        until(() -> calls().contains("pause pull-1"));
        host.queen().job(Shelf.pull("pull-1", "qwen3:8b", JobState.RUNNING, Shelf.half("paused"), null));
        press("Resume");
        until(() -> calls().contains("resume pull-1"));
        until(() -> text("#status-job").isEmpty());
        host.queen()
                .job(Shelf.pull(
                        "pull-1",
                        "qwen3:8b",
                        JobState.FAILED,
                        null,
                        Problem.of(ProblemCode.STORAGE_FULL, "mac has 2 GB left and needs 5.", "Make room.")));
        until(() -> shows("#downloads", "mac has 2 GB left"));
        press("Try again");
        until(() -> calls().stream().filter("pull qwen3:8b to null"::equals).count() == 2);
    }

    @Test
    void theHubIsSearchedAndItsFilesAreOffered() {
        press("#section-discover");
        until(() -> lookup("#library-qwen3").tryQuery().isPresent());
        TextField field = lookup("#models-search").queryAs(TextField.class);
        press("#library-qwen3");
        host.queen().models().trouble(Problem.of(ProblemCode.OFFLINE, "huggingface.co is out of reach.", "Online?"));
        interact(() -> field.setText("qwen3"));
        interact(() -> field.fireEvent(new ActionEvent()));
        until(() -> lookup(".problem").tryQuery().isPresent());
        assertTrue(seen(lookup("#library-qwen3").query()), "the catalogue stays");
        assertTrue(seen(lookup("#offer-detail").query()), "what was open, too");

        interact(() -> field.setText("8b unsloth"));
        until(() -> lookup("#library-qwen3").tryQuery().isEmpty());
        host.queen().models().trouble(Problem.of(ProblemCode.OFFLINE, "huggingface.co is out of reach.", "Online?"));
        interact(() -> field.fireEvent(new ActionEvent()));
        until(() -> lookup(".problem").tryQuery().isPresent());
        press("Try again");
        press("#hub-unsloth/Qwen3-8B-GGUF");
        until(() -> shows("#offer-choices", "Q8_0"));
        assertTrue(shows("#offer-choices", "BF16  ·  2 files"));
        press("#offer-download");
        until(() -> calls().contains("pull hf:unsloth/Qwen3-8B-GGUF:Q4_K_M to null"));

        press("#section-discover");
        interact(() -> field.setText("hf:../etc:Q4"));
        interact(() -> field.fireEvent(new ActionEvent()));
        until(() -> lookup(".problem").tryQuery().isPresent());
        assertFalse(calls().contains("search hf:../etc:Q4"));
    }

    @Test
    void theStartDialogFollowsTheChoicesWithAFit() {
        select("Qwen3-8B-Q4_K_M");
        press("#model-start");
        until(() -> shows("#fit-preview", "Fits on NVIDIA"));
        until(() -> lookup("#start-slots").<Spinner<?>>query().getValue().equals(2)); // as in the settings
        interact(() -> {
            Slider slider = lookup("#start-context").queryAs(Slider.class);
            slider.setValue(slider.getMax());
        });
        until(() -> shows("#fit-preview", "fits at 16k"));
        choose("#start-hive", 2);
        until(() -> shows("#fit-preview", "On mac"));
        press("#start-more");
        choose("#start-kv", 1);
        press("#start-go");
        until(() -> calls().stream().anyMatch(call -> call.startsWith("spawn")));
        String order = calls().stream()
                .filter(call -> call.startsWith("spawn"))
                .findFirst()
                .orElseThrow();
        assertTrue(order.contains("\"hive\":\"mac\""), order);
        assertTrue(order.contains("\"ctx\":40960"), order);
        assertTrue(order.contains("\"kv_type\":\"q8_0\""), order);
        until(() -> shows(".dialog-pane", "Loading demo…"));
        host.queen().finishSpawn(true);
        until(() -> lookup("#start-go").tryQuery().isEmpty());
    }
}
