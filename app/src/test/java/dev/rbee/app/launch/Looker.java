package dev.rbee.app.launch;

import static org.awaitility.Awaitility.await;

import dev.rbee.app.frame.Command;
import dev.rbee.app.tour.Inspection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/** Goes through the window as a user would and writes down what is wrong with what it sees. Called off the JavaFX thread. */
final class Looker {
    /** What fades in or comes from a queen is right a moment later; what looks the same so many times stays as it is. */
    private static final int SAME = 5;

    private final Stage stage;
    private final Graph graph;
    private final List<String> faults = new ArrayList<>();
    private String prefix = "";
    private int looked;

    Looker(Stage stage, Graph graph) {
        this.stage = stage;
        this.graph = graph;
    }

    /** All that was found, each with the first place it was found at. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** How many pictures it has looked at. */
    int looked() {
        return looked;
    }

    /** Under these words from now on. */
    void named(String words) {
        prefix = words;
    }

    private void until(String what, Callable<Boolean> condition) {
        await(prefix + what)
                .atMost(Duration.ofSeconds(60))
                .until(() -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    static void act(Runnable run) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, run);
    }

    /** Looks at the window, or at the dialog in front of it. */
    void look(String where) {
        int[] same = {0};
        List<List<String>> seen = new ArrayList<>(List.of(List.of()));
        await(prefix + where)
                .pollInterval(Duration.ofMillis(60))
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    List<String> now = WaitForAsyncUtils.waitForAsyncFx(60_000, this::inspect);
                    same[0] = now.equals(seen.getLast()) ? same[0] + 1 : 0;
                    seen.add(now);
                    return now.isEmpty() || same[0] >= SAME;
                });
        looked++;
        for (String fault : seen.getLast()) {
            if (faults.stream().noneMatch(known -> known.startsWith(fault))) {
                faults.add(fault + "\n    first at " + prefix + where);
            }
        }
    }

    private List<String> inspect() {
        return Inspection.of(front());
    }

    private Scene front() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && !window.equals(stage))
                .findFirst()
                .orElse(stage)
                .getScene();
    }

    void page(String key) {
        act(() -> graph.frame.open(key));
    }

    /** Waits for a node and presses it. */
    void press(String id) {
        until("pressing " + id, () -> find(id) instanceof ButtonBase button && !button.isDisabled());
        act(() -> {
            if (find(id) instanceof ButtonBase button && !(button instanceof RadioButton on && on.isSelected())) {
                button.fire();
            }
        });
    }

    /** The node of that id that is seen, in the front window or in the one behind it. */
    @Nullable
    Node find(String id) {
        for (Window window : List.copyOf(Window.getWindows()).reversed()) {
            for (Node node : window.getScene().getRoot().lookupAll(id)) {
                if (seen(node)) {
                    return node;
                }
            }
        }
        return null;
    }

    private static boolean seen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Chooses each row of a table, one after the other, and looks when the detail of that id is there; then none. */
    void rows(String table, String detail, String where) {
        until(
                "rows of " + where,
                () -> find(table) instanceof TableView<?> rows
                        && !rows.getItems().isEmpty());
        int count = table(table, rows -> rows.getItems().size());
        for (int i = 0; i < Math.min(count, 9); i++) {
            int row = i;
            table(table, rows -> {
                rows.getSelectionModel().clearAndSelect(row);
                return row;
            });
            until("detail of " + where, () -> find(detail) != null);
            look(where + " " + row);
        }
        table(table, rows -> {
            rows.getSelectionModel().clearSelection();
            return 0;
        });
    }

    private int table(String id, Function<TableView<?>, Integer> with) {
        return WaitForAsyncUtils.waitForAsyncFx(
                60_000, () -> find(id) instanceof TableView<?> rows ? with.apply(rows) : 0);
    }

    /** Opens a dialog, looks at it and closes it. */
    void dialog(String where, Runnable open) {
        act(open);
        until("dialog " + where, () -> !front().equals(stage.getScene()));
        look(where);
        close();
    }

    /** Closes what stands in front of the window. */
    void close() {
        act(() -> List.copyOf(Window.getWindows()).stream()
                .filter(window -> !window.equals(stage))
                .forEach(Looker::close));
    }

    /** As its frame's button does; what has none only hides. */
    private static void close(Window window) {
        if (window.getOnCloseRequest() == null) {
            window.hide();
        } else {
            window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
        }
    }

    /** All commands of a group that the palette lists. */
    List<Command> commands(String group) {
        return WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> graph.frame.commands().stream()
                        .filter(command -> command.group().equals(group) && !command.searched())
                        .toList());
    }
}
