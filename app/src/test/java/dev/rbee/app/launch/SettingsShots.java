package dev.rbee.app.launch;

import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.small.SmallWorker;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.tokens.TokenScope;
import dev.rbee.contract.workers.WorkerState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;

/** Pictures of the settings page: {@code SettingsShots <folder> [section...]}. */
public final class SettingsShots {
    private static final String FILE = """
            # rbee of the house
            [queen]
            port = 7833 # the firewall knows it
            allowed_hosts = ["chat.lan", "gateway.example.org"]

            [worker]
            slots = 4
            idle_s = 3600

            [models]
            dirs = ["/mnt/nas/models", "/home/vince/.cache/models"]

            [[hive]]
            name = "gpu-box-in-the-cellar-with-a-long-name"
            hostname = "192.168.1.100"
            ssh_user = "vince"
            expect_gpu = true

            [[hive]]
            name = "mac"
            hostname = "mac-studio.lan"

            [[model]]
            name = "Qwen3-Coder-30B-A3B-Instruct-Q4_K_M"
            ctx = 32768
            slots = 4
            keep = true
            """;

    private SettingsShots() {}

    /** Starts it. */
    public static void main(String[] args) {
        Application.launch(App.class, args);
    }

    /** The application that takes them. */
    public static final class App extends Application {
        @Override
        public void start(Stage stage) throws Exception {
            List<String> wanted = getParameters().getRaw();
            Path folder = Path.of(wanted.getFirst());
            Path home = Files.createTempDirectory("rbee-settings").resolve("home");
            Files.createDirectories(home);
            Files.writeString(home.resolve("rbee.toml"), FILE);
            SmallWorker worker = new SmallWorker("w-1", "demo", SmallHost.TOKEN);
            SmallHost host = new SmallHost(SettingsShots::prepare, List.of(worker.registry()));
            Look look = new Look();
            look.choose(Theme.LIGHT);
            Graph graph = new Graph(host, SmallHost.TOKEN, home, look, AppState.memory());
            stage.setScene(graph.scene(1280, 800));
            graph.ownedBy(stage);
            stage.show();
            graph.control.start();
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    run(folder, wanted.subList(1, wanted.size()), stage, graph);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                Platform.exit();
            });
        }
    }

    private static void prepare(SmallQueen queen) {
        queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 3));
        queen.tokens().add("continue", TokenScope.INFERENCE, Instant.now());
        queen.worker(Fixtures.worker("w-1", "demo", WorkerState.IDLE, 1, 1, queen.url()));
    }

    private static void run(Path folder, List<String> wanted, Stage stage, Graph graph) throws Exception {
        settle();
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            for (int[] size : new int[][] {{1280, 800}, {900, 600}, {720, 480}}) {
                if (theme == Theme.DARK && size[0] == 900) {
                    continue;
                }
                Platform.runLater(() -> {
                    graph.look.choose(theme);
                    stage.setWidth(size[0]);
                    stage.setHeight(size[1]);
                    graph.frame.open("settings");
                });
                settle();
                List<String> sections = stage.getScene().getRoot().lookupAll(".side-list .toggle-button").stream()
                        .map(Node::getId)
                        .toList();
                for (String section : sections) {
                    String name = section.substring("section-".length());
                    if (!wanted.isEmpty() && !wanted.contains(name)) {
                        continue;
                    }
                    Platform.runLater(() -> ((ButtonBase) stage.getScene().lookup("#" + section)).fire());
                    settle();
                    shot(folder, stage, theme.name().toLowerCase(Locale.ROOT) + "-" + size[0] + "-" + name);
                }
            }
        }
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
        TimeUnit.MILLISECONDS.sleep(500);
    }
}
