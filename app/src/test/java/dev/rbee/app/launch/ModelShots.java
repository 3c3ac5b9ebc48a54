package dev.rbee.app.launch;

import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.Machines;
import dev.rbee.app.small.Shelf;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Pictures of models in every state, of the start dialog, of downloads: {@code ModelShots <folder>}. */
public final class ModelShots {
    private ModelShots() {}

    /** Takes them. */
    public static void main(String[] args) {
        Application.launch(App.class, args);
    }

    /** The application that takes them. */
    public static final class App extends Application {
        @Override
        public void start(Stage stage) {
            Path folder = Path.of(getParameters().getRaw().getFirst());
            SmallHost host = new SmallHost(ModelShots::prepare, List.of());
            Look look = new Look();
            look.choose(Theme.LIGHT);
            Graph graph = new Graph(host, SmallHost.TOKEN, Path.of("/home/vince/.rbee"), look, AppState.memory());
            stage.setScene(graph.scene(1280, 800));
            graph.ownedBy(stage);
            stage.show();
            graph.control.start();
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    new Tour(folder, stage, graph, host).run();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                } finally {
                    Platform.exit();
                }
            });
        }
    }

    private static void prepare(SmallQueen queen) {
        queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 3));
        queen.hive(Machines.hive("mac", HiveState.ONLINE, null));
        queen.hive(Fixtures.hive("gpu-box-in-the-cellar-with-a-long-name", HiveState.SUSPECT, 1));
        queen.models().entry(Shelf.qwen("this-machine", "installed", null));
        queen.models().entry(Shelf.qwen("mac", "installed", null));
        queen.models().entry(Shelf.qwen("gpu-box-in-the-cellar-with-a-long-name", "partial", 3_000_000_000L));
        queen.models().entry(Shelf.foreign("llama3.2:3b", "this-machine", "ollama"));
        queen.models()
                .hits(List.of(
                        Shelf.hub("Qwen/Qwen3-8B-GGUF", false, false),
                        Shelf.hub(
                                "meta-llama/Llama-3.3-70B-Instruct-with-a-very-long-repository-name-GGUF", true, false),
                        Shelf.hub("unsloth/Qwen3-8B-GGUF", false, false)));
    }

    private record Tour(Path folder, Stage stage, Graph graph, SmallHost host) {
        void run() throws Exception {
            while (graph.fleet.hives().list().size() < 3) {
                settle();
            }
            for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
                for (boolean small : new boolean[] {false, true}) {
                    fx(() -> {
                        graph.look.choose(theme);
                        stage.setWidth(small ? 900 : 1280);
                        stage.setHeight(small ? 600 : 800);
                        return true;
                    });
                    all(theme.name().toLowerCase(Locale.ROOT) + (small ? "-small-" : "-"));
                }
            }
        }

        private void all(String prefix) throws Exception {
            page("models");
            press("#section-installed");
            shot(prefix + "installed");
            select("#models-table", "Qwen3-8B-Q4_K_M");
            shot(prefix + "installed-detail");
            press("#model-delete");
            dialog(prefix + "delete");
            press("#section-discover");
            shot(prefix + "discover");
            toggle("#library-qwen3");
            shot(prefix + "discover-detail");
            type("#models-search", "qwen3 8b");
            shot(prefix + "discover-none");
            host.queen()
                    .models()
                    .trouble(Problem.of(
                            ProblemCode.OFFLINE,
                            "Hugging Face is out of reach: no route to huggingface.co.",
                            "Is this machine online? A proxy is taken from HTTPS_PROXY."));
            enter("#models-search");
            shot(prefix + "search-failed");
            enter("#models-search");
            settle();
            toggle("#hub-meta-llama/Llama-3.3-70B-Instruct-with-a-very-long-repository-name-GGUF");
            shot(prefix + "search-gated");
            type("#models-search", "");
            press("#section-downloads");
            shot(prefix + "downloads-one");
            downloads();
            shot(prefix + "downloads");
            host.queen().models();
            press("#section-installed");
            press("#model-start");
            settle();
            dialog(prefix + "start");
            press("#model-start");
            settle();
            fx(() -> {
                Slider slider = (Slider) find("#start-context");
                slider.setValue(slider.getMax());
                ((ButtonBase) find("#start-more")).fire();
                return true;
            });
            dialog(prefix + "start-more");
            press("#models-clean");
            dialog(prefix + "clean");
        }

        private void downloads() {
            SmallQueen queen = host.queen();
            queen.job(Shelf.pull("p1", "qwen3:8b", JobState.RUNNING, Shelf.half("downloading"), null));
            queen.job(Shelf.pull(
                    "p2",
                    "hf:unsloth/Qwen3-235B-A22B-Instruct-2507-GGUF:UD-Q4_K_XL to gpu-box-in-the-cellar-with-a-long-name",
                    JobState.RUNNING,
                    Shelf.half("paused"),
                    null));
            queen.job(Shelf.pull("p3", "gemma3:4b", JobState.DONE, null, null));
            queen.job(Shelf.pull(
                    "p4",
                    "hf:meta-llama/Llama-3.3-70B-Instruct-GGUF",
                    JobState.FAILED,
                    null,
                    Problem.of(
                            ProblemCode.MODEL_GATED,
                            "meta-llama/Llama-3.3-70B-Instruct-GGUF wants an agreement to its terms.",
                            "Accept them on its page at the hub, then start rbee with HF_TOKEN set.")));
        }

        private void page(String key) throws Exception {
            fx(() -> {
                graph.frame.open(key);
                return true;
            });
            settle();
        }

        private Object find(String id) {
            for (Window window : List.copyOf(Window.getWindows())) {
                Object node = window.getScene().getRoot().lookupAll("*").stream()
                        .filter(one -> id.substring(1).equals(one.getId()))
                        .findFirst()
                        .orElse(null);
                if (node != null) {
                    return node;
                }
            }
            throw new IllegalStateException(id + " is nowhere");
        }

        private void press(String id) throws Exception {
            fx(() -> {
                ((ButtonBase) find(id)).fire();
                return true;
            });
        }

        private void toggle(String id) throws Exception {
            fx(() -> {
                ToggleButton button = (ToggleButton) find(id);
                if (!button.isSelected()) {
                    button.fire();
                }
                return true;
            });
        }

        private void type(String id, String text) throws Exception {
            fx(() -> {
                ((TextField) find(id)).setText(text);
                return true;
            });
        }

        private void enter(String id) throws Exception {
            fx(() -> {
                ((TextField) find(id)).fireEvent(new javafx.event.ActionEvent());
                return true;
            });
        }

        private void select(String id, String key) throws Exception {
            fx(() -> {
                TableView<?> table = (TableView<?>) find(id);
                for (int i = 0; i < table.getItems().size(); i++) {
                    if (((dev.rbee.app.live.Row<?>) table.getItems().get(i))
                            .key()
                            .equals(key)) {
                        table.getSelectionModel().select(i);
                    }
                }
                return true;
            });
        }

        private void dialog(String name) throws Exception {
            settle();
            fx(() -> {
                for (Window window : List.copyOf(Window.getWindows())) {
                    if (!window.equals(stage)) {
                        Shot.take(window.getScene(), folder.resolve(name + ".png"));
                        window.hide();
                    }
                }
                return true;
            });
        }

        private void shot(String name) throws Exception {
            settle();
            fx(() -> {
                Scene scene = stage.getScene();
                Shot.take(scene, folder.resolve(name + ".png"));
                return true;
            });
        }

        private static void settle() throws Exception {
            TimeUnit.MILLISECONDS.sleep(900); // for pictures, not for a test: the page settles
        }

        private static void fx(Callable<Boolean> work) throws Exception {
            FutureTask<Boolean> task = new FutureTask<>(work);
            Platform.runLater(task);
            task.get(60, TimeUnit.SECONDS);
        }
    }
}
