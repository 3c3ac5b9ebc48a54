package dev.rbee.app.launch;

import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.small.SmallWorker;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** Pictures of states that are hard to come by in earnest: {@code SmallShots <folder>}. */
public final class SmallShots {
    private SmallShots() {}

    private static final String ANSWER = """
            ## Hash map or B-tree?

            A **hash map** finds a key in constant time, a *B-tree* keeps keys **in order**. Rule of thumb:

            1. You only look things up: take the hash map.
            2. You need ranges, like `from <= key < to`: take the tree.
               - it also keeps neighbours together on disk
               - and it never rehashes

            | | Hash map | B-tree |
            |---|:---:|---:|
            | Lookup | O(1) | O(log n) |
            | Range | no | yes |

            ```java
            var ages = new TreeMap<String, Integer>();
            ages.put("Bea", 3);
            ages.headMap("C").forEach((name, age) -> System.out.println(name + " is " + age + " years old"));
            ```

            > Measure before you choose.
            """;

    /** Starts it. */
    public static void main(String[] args) {
        Application.launch(App.class, args);
    }

    /** The application that takes them. */
    public static final class App extends Application {
        @Override
        public void start(Stage stage) throws Exception {
            Path folder = Path.of(getParameters().getRaw().getFirst());
            SmallWorker worker = new SmallWorker("w-1", "demo", SmallHost.TOKEN);
            SmallHost host = new SmallHost(SmallShots::prepare, List.of(worker.registry()));
            Look look = new Look();
            look.choose(Theme.LIGHT);
            Graph graph = new Graph(host, SmallHost.TOKEN, Path.of("/home/vince/.rbee"), look, AppState.memory());
            stage.setScene(graph.scene(1280, 800));
            graph.ownedBy(stage);
            stage.show();
            graph.frame.open("chat");
            graph.control.start();
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    run(folder, stage, graph, host);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                Platform.exit();
            });
        }
    }

    private static void prepare(SmallQueen queen) {
        queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 3));
        queen.hive(Fixtures.hive("gpu-box-in-the-cellar-with-a-long-name", HiveState.SUSPECT, 1));
        queen.hive(Fixtures.hive("mac", HiveState.ERROR, 0));
        queen.worker(Fixtures.worker("w-1", "demo", WorkerState.IDLE, 1, 1, queen.url()));
        queen.worker(
                Fixtures.worker("w-2", "Qwen3-Coder-30B-A3B-Instruct-Q4_K_M", WorkerState.BUSY, 1, 4, queen.url()));
        queen.worker(Fixtures.worker("w-3", "llama-3.2:3b", WorkerState.LOADING, 0, 2, queen.url()));
        queen.worker(Fixtures.worker("w-4", "phi-4-mini", WorkerState.DRAINING, 1, 2, queen.url()));
        queen.worker(Fixtures.worker("w-5", "gemma-3:4b", WorkerState.SUSPECT, 2, 2, queen.url()));
        queen.worker(Fixtures.worker("w-6", "granite-3.3:8b", WorkerState.OFFLINE, 0, 16, queen.url()));
        queen.chat().prepare(ANSWER);
    }

    private static void run(Path folder, Stage stage, Graph graph, SmallHost host) throws Exception {
        settle();
        host.queen().stats(112, 2);
        Platform.runLater(() -> {
            TextArea area = (TextArea) stage.getScene().lookup("#composer");
            area.setText("Compare a hash map with a B-tree.\nKeep it short, please.");
            area.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        settle();
        pages(folder, stage, graph, "");
        Platform.runLater(host::stopQueen);
        settle();
        for (String page : List.of("chat", "workers")) {
            Platform.runLater(() -> graph.frame.open(page));
            settle();
            shot(folder, stage, "away-" + page);
        }
    }

    private static void pages(Path folder, Stage stage, Graph graph, String prefix) throws Exception {
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            for (int size = 0; size < 2; size++) {
                boolean small = size == 1;
                Platform.runLater(() -> {
                    graph.look.choose(theme);
                    stage.setWidth(small ? 900 : 1280);
                    stage.setHeight(small ? 600 : 800);
                });
                for (String page : List.of("chat", "hives", "workers", "models", "settings")) {
                    Platform.runLater(() -> graph.frame.open(page));
                    settle();
                    String name =
                            prefix + theme.name().toLowerCase(java.util.Locale.ROOT) + (small ? "-small-" : "-") + page;
                    shot(folder, stage, name);
                    if (page.equals("hives") || page.equals("workers")) {
                        Platform.runLater(() -> ((javafx.scene.control.TableView<?>) stage.getScene()
                                        .lookup(page.equals("hives") ? "#hives-table" : "#workers-table"))
                                .getSelectionModel()
                                .select(1));
                        settle();
                        shot(folder, stage, name + "-detail");
                    }
                }
            }
        }
    }

    private static void shot(Path folder, Stage stage, String name) throws Exception {
        var done = new java.util.concurrent.CountDownLatch(1);
        Platform.runLater(() -> {
            Shot.take(stage.getScene(), folder.resolve(name + ".png"));
            done.countDown();
        });
        done.await(10, TimeUnit.SECONDS);
    }

    private static void settle() throws Exception {
        TimeUnit.MILLISECONDS.sleep(700);
    }
}
