package dev.rbee.app.launch;

import dev.rbee.app.connect.ConnectionMenu;
import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Pictures of connections and of what closing asks: {@code ConnectShots <folder>}. */
public final class ConnectShots {
    private static final String THEIRS = "rbee_the-token-of-another-installation";

    private ConnectShots() {}

    /** Starts it. */
    public static void main(String[] args) {
        Application.launch(App.class, args);
    }

    /** The application that takes them. */
    public static final class App extends Application {
        @Override
        public void start(Stage stage) throws Exception {
            Path folder = Path.of(getParameters().getRaw().getFirst());
            SmallQueen other = new SmallQueen(THEIRS);
            other.hive(Fixtures.hive("gpu-box-in-the-cellar", HiveState.ONLINE, 2));
            other.worker(Fixtures.worker("w-1", "Qwen3-Coder-30B-A3B-Instruct", WorkerState.BUSY, 1, 4, other.url()));
            SmallHost host = new SmallHost(
                    queen -> queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 1)),
                    List.of("http://127.0.0.1:1"));
            Look look = new Look();
            Graph graph =
                    new Graph(host, SmallHost.TOKEN, Files.createTempDirectory("rbee-shots"), look, AppState.memory());
            stage.setScene(graph.scene(900, 600));
            graph.ownedBy(stage);
            stage.show();
            graph.control.start();
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
                        fx(() -> look.choose(theme));
                        run(folder.resolve(theme.name().toLowerCase(Locale.ROOT)), stage, graph, other);
                    }
                    other.close();
                    settle();
                    shot(folder.resolve("away.png"), stage.getScene());
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                } finally {
                    Platform.exit();
                }
            });
        }
    }

    private static void run(Path folder, Stage stage, Graph graph, SmallQueen other) throws Exception {
        settle();
        ConnectionMenu menu = graph.connection;
        fx(() -> graph.closeQuestion().ask(false, choice -> {}));
        settle();
        dialog(folder.resolve("close.png"));
        fx(menu::other);
        settle();
        shot(folder.resolve("login.png"), Window.getWindows().getLast().getScene());
        press("#connect-by-address");
        settle();
        dialog(folder.resolve("address.png"));
        fx(menu::other);
        settle();
        press("#connect-by-address");
        fill("#connect-url", other.url());
        fill("#connect-key", "rbee_a-wrong-key");
        press("#connect-go");
        settle();
        dialog(folder.resolve("refused.png"));
        fx(menu::other);
        settle();
        press("#connect-by-address");
        fill("#connect-url", other.url());
        fill("#connect-key", THEIRS);
        press("#connect-go");
        settle();
        fx(() -> graph.frame.open("workers"));
        settle();
        shot(folder.resolve("connected.png"), stage.getScene());
        fx(menu::known);
        settle();
        dialog(folder.resolve("known.png"));
        press("#queen-menu");
        settle();
        Window popup = Window.getWindows().stream()
                .filter(window -> !(window instanceof Stage))
                .findFirst()
                .orElseThrow();
        shot(folder.resolve("menu.png"), popup.getScene());
        fx(popup::hide);
        press("#connection-back");
        settle();
    }

    private static void dialog(Path file) throws Exception {
        Window last = Window.getWindows().getLast();
        shot(file, last.getScene());
        fx(last::hide);
        settle();
    }

    private static @Nullable Node find(String id) {
        return Window.getWindows().reversed().stream()
                .map(window -> window.getScene().getRoot().lookup(id))
                .filter(node -> node != null)
                .findFirst()
                .orElse(null);
    }

    private static void press(String id) throws Exception {
        fx(() -> {
            if (find(id) instanceof ButtonBase button) {
                button.fire();
            }
        });
    }

    private static void fill(String id, String text) throws Exception {
        fx(() -> {
            if (find(id) instanceof TextInputControl field) {
                field.setText(text);
            }
        });
    }

    private static void shot(Path file, Scene scene) throws Exception {
        fx(() -> Shot.take(scene, file));
    }

    private static void fx(Runnable what) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                what.run();
            } finally {
                done.countDown();
            }
        });
        if (!done.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the window does not answer");
        }
    }

    private static void settle() throws Exception {
        TimeUnit.MILLISECONDS.sleep(900);
    }
}
