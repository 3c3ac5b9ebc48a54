package dev.rbee.app.launch;

import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.Machines;
import dev.rbee.app.small.SmallNodes;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.nodes.ProbedNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Pictures of every step of the wizard and of machines in every state: {@code EnrollShots <folder>}. */
public final class EnrollShots {
    private EnrollShots() {}

    /** Takes them. */
    public static void main(String[] args) {
        Application.launch(App.class, args);
    }

    /** The application that takes them. */
    public static final class App extends Application {
        @Override
        public void start(Stage stage) {
            Path folder = Path.of(getParameters().getRaw().getFirst());
            SmallHost host = new SmallHost(EnrollShots::prepare, List.of());
            Look look = new Look();
            look.choose(Theme.LIGHT);
            Graph graph = new Graph(host, SmallHost.TOKEN, Path.of("/home/vince/.rbee"), look, AppState.memory());
            stage.setScene(graph.scene(1280, 800));
            graph.ownedBy(stage);
            stage.show();
            graph.control.start();
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    while (!graph.fleet.view().get().connected()) {
                        Tour.settle();
                    }
                    for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
                        new Tour(folder, stage, graph, host, theme).run();
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                } finally {
                    Tour.end(graph, host);
                }
            });
        }
    }

    private static void prepare(SmallQueen queen) {
        queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 1));
        queen.hive(Machines.hive("gpu-2", HiveState.ONLINE, null));
        queen.hive(Machines.hive("render-node-in-the-cellar-behind-the-stairs", HiveState.SUSPECT, "No beat for 7 s."));
        queen.hive(Machines.hive(
                "mac", HiveState.ERROR, "The machine refuses this login: tried the agent's 2 keys and id_ed25519."));
        queen.hive(Machines.hive("nas", HiveState.OFFLINE, "It does not answer on nas.local:22."));
        queen.nodes().node(Machines.ask("gpu-2", "vince", "192.168.1.21"));
        queen.nodes()
                .node(Machines.ask(
                        "render-node-in-the-cellar-behind-the-stairs",
                        "administrator",
                        "render-01.cellar.example.org"));
        queen.nodes().node(Machines.ask("mac", "vince", "mac.lan"));
        queen.nodes().node(Machines.ask("nas", "root", "nas.local"));
    }

    private record Tour(Path folder, Stage stage, Graph graph, SmallHost host, Theme theme) {
        void run() throws Exception {
            SmallNodes nodes = host.queen().nodes();
            fx(() -> {
                graph.look.choose(theme);
                graph.frame.open("hives");
            });
            settle();
            main("hives");
            for (String name : new String[] {"gpu-2", "mac", "nas"}) {
                select(name);
                main("hives-" + name);
            }
            press("#add-machine");
            shot("where");
            type("#enroll-host-text", "vince@gpu-1.lan");
            press("#login-password");
            press("#enroll-more");
            shot("where-filled");
            nodes.trouble(Problem.of(
                    ProblemCode.SSH_LOGIN_REFUSED,
                    "vince@gpu-1.lan refuses this login. Tried: password.",
                    "Check user and password, or choose a key."));
            press("#enroll-next");
            shot("where-refused");
            nodes.trouble(unknown());
            press("#enroll-next");
            shot("trust");
            nodes.trouble(changed());
            press("#enroll-next");
            shot("trust-changed");
            press("#enroll-back");
            nodes.well();
            nodes.finds(new ProbedNode(SmallNodes.PRINT, "ssh-ed25519", Machines.blocked()));
            press("#enroll-next");
            shot("found-blocked");
            nodes.finds(new ProbedNode(SmallNodes.PRINT, "ssh-ed25519", Machines.remarks()));
            press("#enroll-again");
            shot("found-remarks");
            nodes.finds(new ProbedNode(SmallNodes.PRINT, "ssh-ed25519", Machines.good()));
            press("#enroll-again");
            shot("found");
            press("#enroll-next");
            nodes.progress(0.1, "Checking the machine");
            nodes.progress(0.42, "Uploading 31.4 of 78.0 MB");
            settle();
            press("#enroll-log-more");
            shot("install");
            nodes.fails(Problem.of(
                            ProblemCode.STORAGE_FULL,
                            "The disk of gpu-1 is full: 61.2 of 78.0 MB are there.",
                            "Make room there and try again; what is there already is not sent again.")
                    .withDetails("write /home/vince/.rbee-node/uploads/x.part: No space left on device"));
            shot("install-failed");
            press("#enroll-retry");
            nodes.progress(0.9, "Waiting for its first heartbeat");
            nodes.done();
            settle();
            nodes.beats("gpu-1");
            shot("ready");
            press("#enroll-next");
            host.queen().hiveGone("gpu-1");
        }

        private static Problem unknown() {
            return Problem.of(ProblemCode.HOST_KEY_UNKNOWN, "gpu-1.lan is not known yet.", "Accept its key.")
                    .withDetails("{\"fingerprint\":\"" + SmallNodes.PRINT
                            + "\",\"key_type\":\"ssh-ed25519\",\"host\":\"gpu-1.lan\"}");
        }

        private static Problem changed() {
            String old = "SHA256:bm90LXRoZS1zYW1lLWtleS1hcy1iZWZvcmUtYXQtYWxs";
            return Problem.of(
                            ProblemCode.HOST_KEY_CHANGED,
                            "gpu-1.lan shows another host key than before: " + SmallNodes.PRINT + " instead of " + old
                                    + ". Nothing was sent.",
                            "Somebody may be in between. If the machine was set up anew, remove its line from"
                                    + " /home/vince/.rbee/known_hosts and accept the new key.")
                    .withDetails("{\"fingerprint\":\"" + SmallNodes.PRINT + "\",\"expected\":[\"" + old
                            + "\"],\"file\":\"/home/vince/.rbee/known_hosts\"}");
        }

        private Scene wizard() {
            return Window.getWindows().stream()
                    .filter(window -> !window.equals(stage))
                    .findFirst()
                    .orElseThrow()
                    .getScene();
        }

        private void press(String id) throws Exception {
            fx(() -> {
                Node inMain = stage.getScene().lookup(id);
                Node node = inMain != null ? inMain : wizard().lookup(id);
                ((ButtonBase) node).fire();
            });
            settle();
        }

        private void type(String id, String text) throws Exception {
            fx(() -> ((TextInputControl) wizard().lookup(id)).setText(text));
        }

        private void select(String name) throws Exception {
            fx(() -> {
                TableView<?> table = (TableView<?>) stage.getScene().lookup("#hives-table");
                for (int i = 0; i < table.getItems().size(); i++) {
                    if (((dev.rbee.app.live.Row<?>) table.getItems().get(i))
                            .key()
                            .equals(name)) {
                        table.getSelectionModel().select(i);
                    }
                }
            });
            settle();
        }

        private void main(String name) throws Exception {
            settle();
            fx(() -> Shot.take(stage.getScene(), file(name)));
        }

        private void shot(String name) throws Exception {
            settle();
            fx(() -> Shot.take(wizard(), file("add-" + name)));
        }

        private Path file(String name) {
            return folder.resolve(name + (theme == Theme.DARK ? "-dark" : "") + ".png");
        }

        private static void end(Graph graph, SmallHost host) {
            Platform.runLater(graph::close);
            host.close();
            Platform.exit();
        }

        private static void settle() throws Exception {
            TimeUnit.MILLISECONDS.sleep(500); // for pictures, not for a test
        }

        private static void fx(Runnable work) throws Exception {
            Callable<Boolean> call = () -> {
                work.run();
                return true;
            };
            FutureTask<Boolean> task = new FutureTask<>(call);
            Platform.runLater(task);
            task.get(20, TimeUnit.SECONDS);
        }
    }
}
