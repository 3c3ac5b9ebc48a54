package dev.rbee.app.launch;

import dev.rbee.app.small.Fleets;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.small.SmallWorker;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Pictures of every page in every state, light and dark, in three sizes, with what is wrong with them: {@code Tour <folder> [state=full,empty]
 * [theme=light,dark] [size=1280,900,720] [page=home,chat]}. States are {@code full}, {@code empty}, {@code failed}, {@code away}; beside the pages there are {@code wizard},
 * {@code talk}, {@code frame} and {@code links} in the full state.
 */
public final class Tour {
    private static final String SETTINGS = """
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

            [[model]]
            name = "Qwen3-Coder-30B-A3B-Instruct-Q4_K_M"
            ctx = 32768
            slots = 4
            keep = true
            """;

    private Tour() {}

    /** Takes them. */
    public static void main(String[] args) {
        Application.launch(App.class, args);
    }

    /** The application that takes them. */
    public static final class App extends Application {
        @Override
        public void start(Stage stage) throws Exception {
            Path folder = Path.of(getParameters().getRaw().getFirst());
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve("faults.txt"));
            Platform.setImplicitExit(false);
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    for (String state : chosen("state", "full,empty,failed,away")) {
                        state(folder, stage, state);
                    }
                } catch (Exception e) {
                    System.err.println("the tour broke off: " + e);
                } finally {
                    System.exit(0); // the small servers have threads of their own
                }
            });
        }

        private List<String> chosen(String what, String all) {
            return getParameters().getRaw().stream()
                    .filter(each -> each.startsWith(what + "="))
                    .findFirst()
                    .map(each -> Arrays.asList(each.substring(what.length() + 1).split(",")))
                    .orElse(List.of(all.split(",")));
        }

        private void state(Path folder, Stage stage, String state) throws Exception {
            Path home = Files.createTempDirectory("rbee-tour").resolve(".rbee");
            Files.createDirectories(home);
            if (!state.equals("empty")) {
                TourChats.write(home);
                Files.writeString(home.resolve("rbee.toml"), SETTINGS);
            }
            SmallWorker worker = new SmallWorker("w-1", "demo", SmallHost.TOKEN);
            Stand stand = new Stand(folder, stage, open(stage, state, home, worker), host, "", true);
            TourSteps steps = new TourSteps(stand, state, chosen("page", "all"));
            steps.prepare();
            for (String theme : chosen("theme", "light,dark")) {
                for (String size : chosen("size", "1280,900,720")) {
                    stand.act(() -> stand.graph().look.choose(Theme.valueOf(theme.toUpperCase(Locale.ROOT))));
                    int width = Integer.parseInt(size);
                    stand.size(width, width == 1280 ? 800 : width == 900 ? 600 : 480);
                    steps.walk(stand.named(state + "-" + theme + "-" + size + "-"));
                }
            }
            stand.act(() -> stand.graph().close());
            host.close();
        }

        private SmallHost host = new SmallHost(queen -> {}, List.of());

        private Graph open(Stage stage, String state, Path home, SmallWorker worker) throws Exception {
            Consumer<SmallQueen> prepare = switch (state) {
                case "empty" -> Fleets::empty;
                case "failed" -> Fleets::failed;
                default -> Fleets::full;
            };
            host = new SmallHost(prepare, List.of(worker.registry()));
            var task = new java.util.concurrent.FutureTask<>(() -> {
                Look look = new Look();
                look.choose(Theme.LIGHT);
                Graph graph = new Graph(host, SmallHost.TOKEN, home, look, AppState.memory());
                Scene scene = graph.scene(1280, 800);
                stage.setScene(scene);
                graph.ownedBy(stage);
                stage.show();
                graph.control.start();
                return graph;
            });
            Platform.runLater(task);
            Graph graph = task.get();
            while (graph.fleet.hives().list().isEmpty()) {
                Stand.settle(1);
            }
            return graph;
        }
    }
}
