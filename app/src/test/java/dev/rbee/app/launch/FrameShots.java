package dev.rbee.app.launch;

import dev.rbee.app.small.Fixtures;
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
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Pictures of what stands around the pages: {@code FrameShots <folder>}. */
public final class FrameShots {
    private FrameShots() {}

    /** Starts it. */
    public static void main(String[] args) {
        Application.launch(App.class, args);
    }

    /** The application that takes them. */
    public static final class App extends Application {
        @Override
        public void start(Stage stage) {
            Path folder = Path.of(getParameters().getRaw().getFirst());
            SmallHost host = new SmallHost(FrameShots::prepare, List.of());
            Look look = new Look();
            Graph graph = new Graph(host, SmallHost.TOKEN, Path.of("/home/vince/.rbee"), look, AppState.memory());
            stage.setScene(graph.scene(1280, 800));
            graph.ownedBy(stage);
            stage.show();
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
        queen.worker(
                Fixtures.worker("w-2", "Qwen3-Coder-30B-A3B-Instruct-Q4_K_M", WorkerState.BUSY, 1, 4, queen.url()));
    }

    private static void run(Path folder, Stage stage, Graph graph, SmallHost host) throws Exception {
        while (!host.started()) {
            settle();
        }
        host.queen().stats(112, 2);
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (int[] size : new int[][] {{1280, 800}, {900, 600}, {720, 480}}) {
                String name = theme.name().toLowerCase(Locale.ROOT) + "-" + size[0] + "-";
                Platform.runLater(() -> {
                    graph.look.choose(theme);
                    stage.setWidth(size[0]);
                    stage.setHeight(size[1]);
                    graph.frame.open("workers");
                    graph.window.palette.open();
                });
                settle();
                shot(folder, stage, name + "palette");
                Platform.runLater(() -> ((TextField) stage.getScene().lookup("#palette-field")).setText("go"));
                settle();
                shot(folder, stage, name + "palette-typed");
                Platform.runLater(() -> {
                    graph.window.palette.open();
                    graph.toasts.say("Base URL copied");
                    graph.toasts.undo(
                            "Chat “Compare a hash map with a B-tree and say when to take which” deleted", () -> {});
                    graph.presenter.toast(Problem.of(
                            ProblemCode.STORAGE_FULL,
                            "The disk of gpu-1 is full, so Qwen3-Coder-30B-A3B-Instruct-Q4_K_M.gguf stopped at 12.4 of 18.6 GB.",
                            "Delete a model there or choose another folder."));
                });
                settle();
                shot(folder, stage, name + "toasts");
                if (size[0] != 900) {
                    Platform.runLater(() -> graph.window.showShortcuts());
                    settle();
                    dialog(folder, stage, name + "shortcuts");
                }
            }
        }
    }

    private static void dialog(Path folder, Stage stage, String name) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            for (Window window : List.copyOf(Window.getWindows())) {
                if (!stage.equals(window) && window instanceof Stage dialog) {
                    Shot.take(dialog.getScene(), folder.resolve(name + ".png"));
                    dialog.close();
                }
            }
            done.countDown();
        });
        done.await(10, TimeUnit.SECONDS);
    }

    private static void shot(Path folder, Stage stage, String name) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
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
