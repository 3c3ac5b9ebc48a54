package dev.rbee.app.launch;

import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.service.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** Pictures of the real application on a real fleet of a new home: {@code Screenshots <folder>}. */
public final class Screenshots {
    private Screenshots() {}

    /** Takes them and ends what it started. */
    public static void main(String[] args) {
        Application.launch(App.class, args);
    }

    /** The application that takes them. */
    public static final class App extends Application {
        @Override
        public void start(Stage stage) throws Exception {
            Path folder = Path.of(getParameters().getRaw().getFirst());
            Path home = Files.createTempDirectory("rbee-shots");
            FleetHost host = new FleetHost(
                    Home.at(home),
                    Map.of("RBEE_REGISTRY_PORT", "0", "RBEE_QUEEN_PORT", "0", "RBEE_LOCAL_HIVE_PORT", "0"),
                    () -> {});
            Look look = new Look();
            look.choose(Theme.LIGHT);
            Graph graph = new Graph(host, host.token(), home, look, AppState.memory());
            stage.setScene(graph.scene(1280, 800));
            graph.ownedBy(stage);
            stage.show();
            graph.frame.open("chat");
            graph.control.start();
            Thread.ofPlatform().name("screenshots").start(() -> {
                try {
                    new Tour(folder, stage, graph).run();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                } finally {
                    host.close();
                    Platform.exit();
                }
            });
        }
    }

    private record Tour(Path folder, Stage stage, Graph graph) {
        void run() throws Exception {
            until(() -> stage.getScene().lookup("#start-demo").isVisible());
            shot("first-run");
            fx(() -> {
                ((Button) stage.getScene().lookup("#start-demo")).fire();
                return true;
            });
            until(() -> stage.getScene().lookup("#composer").isFocused());
            for (String question : new String[] {"What is a hive?", "Tell me a short bee story", "Who are you?"}) {
                until(() -> !graph.chat.busy());
                say(question);
                until(() -> !graph.chat.busy());
            }
            both("chat", "");
            both("hives", "#hives-table");
            both("workers", "#workers-table");
            both("models", "");
            both("settings", "");
            fx(() -> {
                graph.control.stop();
                graph.frame.open("chat");
                return true;
            });
            until(() -> graph.fleet.view().get().registry());
            say("Count to three");
            until(() -> !graph.chat.busy());
            shot("queenless");
        }

        private void say(String text) throws Exception {
            fx(() -> {
                TextArea area = (TextArea) stage.getScene().lookup("#composer");
                area.setText(text);
                area.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
                return true;
            });
        }

        private void both(String name, String table) throws Exception {
            for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
                fx(() -> {
                    graph.look.choose(theme);
                    graph.frame.open(name);
                    if (!table.isEmpty()) {
                        ((TableView<?>) stage.getScene().lookup(table))
                                .getSelectionModel()
                                .select(0);
                    }
                    return true;
                });
                shot(name + (theme == Theme.DARK ? "-dark" : ""));
            }
        }

        private void shot(String name) throws Exception {
            TimeUnit.MILLISECONDS.sleep(1500); // for pictures, not for a test: the log comes in, the page settles
            fx(() -> {
                Shot.take(stage.getScene(), folder.resolve(name + ".png"));
                return true;
            });
        }

        private static void until(Callable<Boolean> condition) throws Exception {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
            while (!fx(condition)) {
                if (System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException("it did not come");
                }
                CountDownLatch beat = new CountDownLatch(1);
                var _ = beat.await(50, TimeUnit.MILLISECONDS);
            }
        }

        private static boolean fx(Callable<Boolean> work) throws Exception {
            FutureTask<Boolean> task = new FutureTask<>(work);
            Platform.runLater(task);
            return task.get(60, TimeUnit.SECONDS);
        }
    }
}
