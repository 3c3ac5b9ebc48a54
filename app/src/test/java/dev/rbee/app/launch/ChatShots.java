package dev.rbee.app.launch;

import dev.rbee.app.chats.ChatTree;
import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.chats.store.Figures;
import dev.rbee.app.chats.store.Source;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.small.SmallWorker;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.workers.WorkerState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Pictures of the chat page: {@code ChatShots <folder>}. */
public final class ChatShots {
    private static final String ANSWER = """
            <think>
            The user compares two structures. Keep it short.
            </think>

            ## Hash map or B-tree?

            A **hash map** finds a key in constant time, a *B-tree* keeps keys **in order**. Rule of thumb:

            1. You only look things up: take the hash map.
            2. You need ranges, like `from <= key < to`: take the tree.
               - [x] it also keeps neighbours together on disk
               - [ ] and it never rehashes

            | | Hash map | B-tree |
            |---|:---:|---:|
            | Lookup | $O(1)$ | \\(O(\\log n)\\) |
            | Range | no | yes |

            ```java
            /* ages of bees */
            var ages = new TreeMap<String, Integer>();
            ages.put("Bea", 3); // days
            ages.headMap("C").forEach((name, age) -> System.out.println(name + " is " + age + " days old, and knows the way"));
            ```

            > Measure before you choose. See https://en.wikipedia.org/wiki/B-tree for ~~all~~ some of it.
            """;

    private ChatShots() {}

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
            SmallHost host = new SmallHost(ChatShots::prepare, List.of(worker.registry()));
            Look look = new Look();
            look.choose(Theme.LIGHT);
            Graph graph =
                    new Graph(host, SmallHost.TOKEN, Files.createTempDirectory("rbee-shots"), look, AppState.memory());
            stage.setScene(graph.scene(1280, 800));
            graph.ownedBy(stage);
            stage.show();
            graph.control.start();
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    run(folder, stage, graph);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                System.exit(0); // a chat that waits would keep it
            });
        }
    }

    private static void prepare(SmallQueen queen) {
        queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 3));
        queen.worker(Fixtures.worker("w-1", "demo", WorkerState.IDLE, 1, 1, queen.url()));
        queen.worker(
                Fixtures.worker("w-2", "Qwen3-Coder-30B-A3B-Instruct-Q4_K_M", WorkerState.BUSY, 1, 4, queen.url()));
        queen.worker(Fixtures.worker("w-3", "llama-3.2:3b", WorkerState.LOADING, 0, 2, queen.url()));
    }

    private static Message answer(ChatTree tree, Message said, String text, State state, @Nullable Problem why) {
        Message answer = tree.answer(said);
        tree.from(answer, new Source("Qwen3-Coder-30B-A3B-Instruct-Q4_K_M", "w-2", "this-machine", false));
        tree.append(answer, text);
        if (state != State.STREAMING) {
            tree.finish(answer, state, new Figures(1500, 312, 58.3, 212.0, 5000.0, "stop"), why);
        }
        return answer;
    }

    private static void talk(Graph graph) {
        ChatTree tree = graph.chats.open().get();
        Message said = tree.say(
                "Compare a hash map with a B-tree.\nKeep it short, please.",
                List.of(new Attachment("notes-on-data-structures.md", "x ".repeat(900))));
        answer(tree, said, "An earlier answer.", State.DONE, null);
        answer(tree, said, ANSWER, State.DONE, null);
    }

    private static void more(Graph graph) {
        ChatTree tree = graph.chats.open().get();
        answer(tree, tree.say("Tell me a long story about bees", List.of()), "Once upon a time", State.STOPPED, null);
        answer(
                tree,
                tree.say("And another one?", List.of()),
                "There was a",
                State.FAILED,
                Problem.of(
                        ProblemCode.WORKER_LOST,
                        "The answer ended too early.",
                        "Ask again; another worker will take it."));
        tree.answer(tree.say("Are you still there?", List.of()));
    }

    private static void run(Path folder, Stage stage, Graph graph) throws Exception {
        settle();
        on(() -> graph.frame.open("chat"));
        settle();
        shot(folder, stage, "empty");
        on(() -> talk(graph));
        settle();
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            String name = theme == Theme.LIGHT ? "light" : "dark";
            on(() -> {
                graph.look.choose(theme);
                stage.setWidth(1280);
                stage.setHeight(800);
            });
            settle();
            shot(folder, stage, name + "-answer");
        }
        on(() -> fire(stage, "#setup-toggle"));
        settle();
        shot(folder, stage, "dark-setup");
        on(() -> {
            graph.look.choose(Theme.LIGHT);
            stage.setWidth(900);
            stage.setHeight(600);
        });
        settle();
        shot(folder, stage, "light-small-setup");
        on(() -> {
            fire(stage, "#setup-toggle");
            more(graph);
        });
        settle();
        shot(folder, stage, "light-small-states");
        on(() -> {
            stage.setWidth(1280);
            stage.setHeight(800);
            fire(stage, "#target-picker");
        });
        settle();
        on(() -> Window.getWindows().stream()
                .filter(window -> !window.equals(stage) && window.isShowing())
                .forEach(window -> Shot.take(window.getScene(), folder.resolve("picker.png"))));
        on(() -> fire(stage, "#target-picker"));
        on(() -> {
            fire(stage, "#beside");
            stage.setWidth(720);
            stage.setHeight(480);
        });
        settle();
        shot(folder, stage, "light-tiny");
    }

    private static void fire(Stage stage, String id) {
        Node node = stage.getScene().lookup(id);
        ((ButtonBase) node).fire();
    }

    private static void on(Runnable work) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                work.run();
            } finally {
                done.countDown();
            }
        });
        done.await(30, TimeUnit.SECONDS);
    }

    private static void shot(Path folder, Stage stage, String name) throws Exception {
        on(() -> Shot.take(stage.getScene(), folder.resolve(name + ".png")));
    }

    private static void settle() throws Exception {
        TimeUnit.MILLISECONDS.sleep(1500);
    }
}
