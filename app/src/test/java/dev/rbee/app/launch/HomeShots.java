package dev.rbee.app.launch;

import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.Past;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.small.SmallWorker;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.contract.events.FleetProblem;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/** Pictures of home and activity in states that are hard to come by in earnest: {@code HomeShots <folder>}. */
public final class HomeShots {
    private HomeShots() {}

    /** Starts it. */
    public static void main(String[] args) {
        Application.launch(App.class, args);
    }

    /** The application that takes them. */
    @SuppressWarnings("NullAway.Init") // JavaFX calls start first
    public static final class App extends Application {
        private Path folder = Path.of("");
        private Stage stage;
        private Graph graph;
        private SmallHost host;

        @Override
        public void start(Stage primary) {
            stage = primary;
            folder = Path.of(getParameters().getRaw().getFirst());
            SmallWorker worker = new SmallWorker("w-1", "demo", SmallHost.TOKEN);
            host = new SmallHost(
                    queen -> queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 0)),
                    List.of(worker.registry()));
            Look look = new Look();
            look.choose(Theme.LIGHT);
            graph = new Graph(host, SmallHost.TOKEN, Path.of("/tmp/rbee-shots-home"), look, AppState.memory());
            stage.setScene(graph.scene(1280, 800));
            graph.ownedBy(stage);
            stage.show();
            graph.control.start();
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    run();
                } catch (Exception e) {
                    e.printStackTrace();
                    Runtime.getRuntime().halt(1);
                }
                Platform.exit();
            });
        }

        private void run() throws Exception {
            settle();
            open("home");
            each("home-new", true);
            fill(host.queen());
            settle();
            open("home");
            each("home-full", true);
            Platform.runLater(() -> {
                if (graph.frame.getScene().lookup(".home .scroll-pane")
                        instanceof javafx.scene.control.ScrollPane pane) {
                    pane.setVvalue(1);
                }
            });
            each("home-below", true);
            if (graph.frame.getScene().lookup("#nav-activity") != null) {
                for (String part : List.of("requests", "audit", "logs")) {
                    Platform.runLater(() -> graph.frame.reveal("activity", part));
                    settle();
                    each("activity-" + part, false);
                }
                Platform.runLater(() -> graph.frame.reveal("activity", "requests"));
                settle();
                Platform.runLater(() -> {
                    var table = (javafx.scene.control.TableView<?>)
                            graph.frame.getScene().lookup("#requests-table");
                    table.getSelectionModel().select(3);
                });
                settle();
                each("activity-story", false);
            }
            Platform.runLater(host::stopQueen);
            settle();
            open("home");
            each("home-away", false);
        }

        private void each(String name, boolean small) throws Exception {
            for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
                for (int[] size : small || theme == Theme.DARK
                        ? new int[][] {{1280, 800}, {900, 600}, {720, 480}}
                        : new int[][] {{1280, 800}}) {
                    Platform.runLater(() -> {
                        graph.look.choose(theme);
                        stage.setWidth(size[0]);
                        stage.setHeight(size[1]);
                    });
                    settle();
                    String file = name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + size[0] + ".png";
                    Platform.runLater(() -> Shot.take(stage.getScene(), folder.resolve(file)));
                    settle();
                }
            }
        }

        private void open(String page) throws Exception {
            Platform.runLater(() -> {
                if (graph.frame.getScene().lookup("#nav-" + page) instanceof ToggleButton button) {
                    button.fire();
                }
            });
            settle();
        }

        private static void settle() throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(1200);
        }
    }

    static void fill(SmallQueen queen) {
        queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 3));
        queen.hive(Fixtures.hive("gpu-box-in-the-cellar-with-a-long-name", HiveState.SUSPECT, 1));
        queen.hive(Fixtures.hive("mac", HiveState.ERROR, 0));
        queen.worker(Fixtures.worker("w-1", "demo", WorkerState.IDLE, 1, 1, queen.url()));
        queen.worker(
                Fixtures.worker("w-2", "Qwen3-Coder-30B-A3B-Instruct-Q4_K_M", WorkerState.BUSY, 1, 4, queen.url()));
        queen.worker(Fixtures.worker("w-3", "llama-3.2:3b", WorkerState.LOADING, 0, 2, queen.url()));
        queen.worker(Fixtures.worker("w-4", "phi-4-mini", WorkerState.DRAINING, 1, 2, queen.url()));
        queen.worker(Fixtures.worker("w-5", "gemma-3:4b", WorkerState.SUSPECT, 2, 2, queen.url()));
        Past.requests(queen.activity(), Instant.now(), 260);
        Past.audit(queen.activity(), Instant.now());
        Past.log(queen.activity(), Instant.now());
        queen.problem(new FleetProblem(
                "hive:mac",
                "Hive mac cannot be started: the process ended with exit code 1.",
                "Look into its log, then start it again.",
                Instant.now().minusSeconds(320),
                "mac"));
        queen.stats(112, 2);
    }
}
