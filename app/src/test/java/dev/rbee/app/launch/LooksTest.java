package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.frame.Command;
import dev.rbee.app.small.Fleets;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page with its inner parts and dialogs is sound to look at, whatever state the fleet is in: light and dark, large and small. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class LooksTest extends WindowTest {
    private record View(Theme theme, double width, double height) {}

    /** Both looks and all sizes, though not each with each. */
    private static final List<View> VIEWS =
            List.of(new View(Theme.DARK, 720, 480), new View(Theme.LIGHT, 900, 600), new View(Theme.DARK, 1280, 800));

    private static final String ANSWER = """
            ## Hash map or B-tree?

            A **hash map** finds a key in constant time, a *B-tree* keeps keys **in order**. Rule of thumb:

            1. You only look things up: take the hash map.
               - it also keeps neighbours together on disk

            | | Hash map | B-tree |
            |---|:---:|---:|
            | Lookup | O(1) | O(log n) |

            ```java
            ages.headMap("C").forEach((name, age) -> System.out.println(name + " is " + age + " years old"));
            ```

            > Measure before you choose.
            """;

    @TempDir
    Path home;

    private Stage window;
    private SmallHost host;
    private Graph graph;
    private Looker looker;

    @Override
    public void start(Stage stage) {
        window = stage;
    }

    private void open(Consumer<SmallQueen> prepare, boolean chats) throws Exception {
        if (chats) {
            TourChats.write(home);
        }
        host = new SmallHost(prepare, List.of("http://127.0.0.1:1"));
        interact(() -> {
            graph = new Graph(host, SmallHost.TOKEN, home, new Look(), AppState.memory());
            graph.look.choose(Theme.LIGHT);
            window.setScene(graph.scene(1280, 800));
            graph.ownedBy(window);
            window.show();
            graph.control.start();
        });
        looker = new Looker(window, graph);
        until(() -> graph.fleet.view().get().connected()
                && !graph.fleet.hives().list().isEmpty());
    }

    @AfterEach
    void end() {
        looker.close();
        interact(() -> graph.close());
        host.close();
    }

    /** That walk in all views. */
    private void everywhere(Runnable walk) {
        for (View view : VIEWS) {
            interact(() -> {
                graph.look.choose(view.theme());
                window.setWidth(view.width());
                window.setHeight(view.height());
                window.setX((1280 - view.width()) / 2);
                window.setY((800 - view.height()) / 2);
            });
            looker.named(view + ": ");
            try {
                walk.run();
            } catch (RuntimeException e) {
                throw new AssertionError(faults(), e);
            }
        }
        assertTrue(looker.faults().isEmpty(), this::faults);
    }

    private String faults() {
        return "\n" + String.join("\n", looker.faults());
    }

    private void pages() {
        for (String page : graph.window.keys()) {
            looker.page(page);
            looker.look(page);
        }
        for (Command section : looker.commands("Settings")) {
            Looker.act(section.act());
            looker.look(section.words());
        }
        looker.page("activity");
        for (String tab : List.of("audit", "logs", "requests")) {
            looker.press("#tab-" + tab);
            looker.look("activity " + tab);
        }
        looker.page("models");
        for (String section : List.of("discover", "downloads", "installed")) {
            looker.press("#section-" + section);
            looker.look("models " + section);
        }
    }

    private void details() {
        looker.page("hives");
        looker.rows("#hives-table", "#hive-detail", "hive");
        looker.page("workers");
        looker.rows("#workers-table", "#worker-detail", "worker");
    }

    private void past() {
        looker.page("activity");
        looker.rows("#requests-table", "#request-story", "request");
        looker.press("#tab-audit");
        looker.rows("#audit-table", "#audit-detail", "audit");
        looker.press("#tab-requests");
    }

    private void frame() {
        looker.press("#palette-open");
        looker.look("palette");
        Looker.act(graph.window.palette::open);
        looker.dialog("shortcuts", graph.window::showShortcuts);
        Looker.act(() -> graph.presenter.toast(Problem.of(
                ProblemCode.STORAGE_FULL,
                "The disk of gpu-1 is full, so Qwen3-Coder-30B-A3B-Instruct-Q4_K_M.gguf stopped at 12.4 of 18.6 GB.",
                "Delete a model there or choose another folder.")));
        looker.look("toast");
        Looker.act(() -> graph.toasts.getChildren().clear());
    }

    private void dialogs() {
        looker.page("hives");
        pressed("#add-machine", "add machine");
        looker.page("workers");
        pressed("#start-worker", "start worker");
        pressed("#attach-server", "attach server");
        looker.page("models");
        pressed("#models-clean", "clean up");
        looker.dialog("connect", graph.connection::other);
        looker.dialog("editors", () -> looker.commands("Home").getFirst().act().run());
        looker.dialog("close", () -> graph.closeQuestion().ask(false, choice -> {}));
    }

    private void pressed(String button, String name) {
        looker.press(button);
        looker.dialog(name, () -> {});
    }

    @Test
    void aFullFleet() throws Exception {
        open(Fleets::full, true);
        host.queen().chat().prepare(ANSWER);
        host.queen().stats(312, 2);
        TourSteps.jobs(host.queen());
        looker.page("chat");
        clickOn("#composer").write("Compare a hash map with a B-tree.");
        type(javafx.scene.input.KeyCode.ENTER);
        until(() -> text("#answer-figures").contains("tokens"));
        everywhere(() -> {
            pages();
            details();
            past();
            looker.page("models");
            looker.rows("#models-table", "#model-detail", "model");
            looker.press("#models-view-matrix");
            looker.look("matrix");
            looker.press("#models-view-list");
            looker.page("chat");
            looker.press("#setup-toggle");
            looker.look("chat setup");
            looker.press("#setup-toggle");
            looker.press("#beside");
            looker.look("chat beside");
            looker.press("#beside");
            frame();
            dialogs();
        });
        assertTrue(looker.looked() > 150, "looked at " + looker.looked());
    }

    @Test
    void anEmptyOne() throws Exception {
        open(Fleets::empty, false);
        everywhere(() -> {
            pages();
            looker.page("hives");
            looker.rows("#hives-table", "#hive-detail", "hive");
            frame();
            dialogs();
        });
    }

    @Test
    void aFailedOne() throws Exception {
        open(Fleets::failed, true);
        everywhere(() -> {
            pages();
            details();
        });
    }

    @Test
    void oneWhoseQueenIsAway() throws Exception {
        open(Fleets::full, true);
        until(() -> graph.fleet.workers().list().size() == 9);
        host.queen().close();
        until(() -> looker.find("#away-banner") != null);
        everywhere(() -> {
            pages();
            details();
            frame();
        });
    }
}
