package dev.rbee.app.launch;

import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerState;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/** Pictures of the tables of hives and workers: details, several selected, groups. {@code FleetShots <folder>}. */
public final class FleetShots {
    private FleetShots() {}

    /** Starts it. */
    public static void main(String[] args) {
        Application.launch(App.class, args);
    }

    /** The application that takes them. */
    public static final class App extends Application {
        @Override
        public void start(Stage stage) {
            Path folder = Path.of(getParameters().getRaw().getFirst());
            SmallHost host = new SmallHost(FleetShots::prepare, List.of());
            Look look = new Look();
            look.choose(Theme.LIGHT);
            Graph graph = new Graph(host, SmallHost.TOKEN, folder.resolve("home"), look, AppState.memory());
            stage.setScene(graph.scene(1280, 800));
            graph.ownedBy(stage);
            stage.show();
            graph.control.start();
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    run(folder, stage, graph, host);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                Platform.exit();
            });
        }
    }

    private static void prepare(SmallQueen queen) {
        queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 3));
        queen.hive(Fixtures.hive("gpu-box-in-the-cellar-with-a-long-name", HiveState.SUSPECT, 1));
        queen.hive(Fixtures.hive("mac", HiveState.ERROR, 0));
        WorkerState[] states = WorkerState.values();
        String[] models = {"demo", "Qwen3-Coder-30B-A3B-Instruct-Q4_K_M", "llama-3.2:3b", "phi-4-mini", "gemma-3:4b"};
        for (int i = 1; i <= 40; i++) {
            int slots = i % 7 == 0 ? 16 : 1 + i % 4;
            WorkerState state = states[i % 11 == 0 ? 5 : i % 9 == 0 ? 4 : i % 3];
            queen.worker(Fixtures.worker("w-" + i, models[i % models.length], state, slots / 2, slots, queen.url()));
        }
    }

    private static void run(Path folder, Stage stage, Graph graph, SmallHost host) throws InterruptedException {
        TimeUnit.SECONDS.sleep(14); // the lines of speed need a past
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            for (int width : new int[] {1280, 900}) {
                fx(() -> {
                    graph.look.choose(theme);
                    stage.setWidth(width);
                    stage.setHeight(width == 900 ? 600 : 800);
                });
                String name = theme.name().toLowerCase(Locale.ROOT) + "-" + width + "-";
                for (String page : List.of("hives", "workers")) {
                    fx(() -> graph.frame.open(page));
                    fx(() -> table(stage, page).getSelectionModel().clearSelection());
                    shot(folder, stage, name + page);
                    fx(() -> table(stage, page).getSelectionModel().clearAndSelect(1));
                    shot(folder, stage, name + page + "-detail");
                    fx(() -> table(stage, page).getSelectionModel().selectRange(0, 3));
                    fx(() -> group(stage, "group-state"));
                    shot(folder, stage, name + page + "-many");
                    fx(() -> group(stage, "group-none"));
                }
            }
        }
        host.stopQueen();
    }

    private static TableView<?> table(Stage stage, String page) {
        return (TableView<?>) stage.getScene().lookup("#" + page + "-table");
    }

    private static void group(Stage stage, String id) {
        ((MenuButton) stage.getScene().lookup("#group-by"))
                .getItems().stream().filter(item -> id.equals(item.getId())).forEach(MenuItem::fire);
    }

    private static void shot(Path folder, Stage stage, String name) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(900);
        fx(() -> Shot.take(stage.getScene(), folder.resolve(name + ".png")));
    }

    private static void fx(Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                work.run();
            } finally {
                done.countDown();
            }
        });
        done.await();
    }
}
