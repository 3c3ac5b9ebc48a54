package dev.rbee.app.launch;

import dev.rbee.app.tour.Inspection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * A window that is being looked at: does what a user would do and takes pictures of it, with the faults of each in {@code faults.txt}.
 * Called from a thread of its own. What is not there is said and passed over, so that one missing button does not cost the other pictures.
 */
record Stand(Path folder, Stage stage, Graph graph, SmallHost host, String prefix, boolean only) {
    /** How long a page has to settle, for pictures, not for a test. */
    private static final long SETTLE_MS = 450;

    Stand named(String more) {
        return new Stand(folder, stage, graph, host, prefix + more, only);
    }

    <T> @Nullable T fx(Callable<@Nullable T> call) {
        try {
            FutureTask<@Nullable T> task = new FutureTask<>(call);
            Platform.runLater(task);
            return task.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            System.err.println(prefix + ": " + e);
            return null;
        }
    }

    void act(Runnable run) {
        fx(() -> {
            run.run();
            return null;
        });
    }

    static void settle(int times) {
        try {
            TimeUnit.MILLISECONDS.sleep(SETTLE_MS * times);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void size(double width, double height) {
        act(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    /** Whether it is as small as it can be. */
    boolean small() {
        return stage.getWidth() < 800;
    }

    void page(String key) {
        act(() -> graph.frame.open(key));
        settle(1);
    }

    void reveal(String key, String id) {
        act(() -> graph.frame.reveal(key, id));
        settle(1);
    }

    /** A node by id in any window, the front one first. */
    private @Nullable Node find(String id) {
        for (Window window : List.copyOf(Window.getWindows()).reversed()) {
            Node node = window.getScene().getRoot().lookupAll("*").stream()
                    .filter(one -> id.equals(one.getId()))
                    .findFirst()
                    .orElse(null);
            if (node != null) {
                return node;
            }
        }
        System.err.println(prefix + ": #" + id + " is nowhere");
        return null;
    }

    void press(String id) {
        act(() -> {
            if (find(id) instanceof ButtonBase button && !(button instanceof RadioButton on && on.isSelected())) {
                button.fire();
            }
        });
        settle(1);
    }

    void type(String id, String text) {
        act(() -> {
            if (find(id) instanceof TextInputControl field) {
                field.setText(text);
            }
        });
    }

    void enter(String id) {
        act(() -> {
            Node node = find(id);
            if (node instanceof javafx.scene.control.TextField field) {
                field.fireEvent(new ActionEvent());
            } else if (node != null) {
                key(node, KeyCode.ENTER, false);
            }
        });
        settle(1);
    }

    static void key(Node node, KeyCode code, boolean shortcut) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false));
    }

    /** Presses Esc where the focus is. */
    void escape() {
        act(() -> {
            Node focus = stage.getScene().getFocusOwner();
            key(focus == null ? stage.getScene().getRoot() : focus, KeyCode.ESCAPE, false);
        });
        settle(1);
    }

    void row(String table, int index) {
        act(() -> {
            if (find(table) instanceof TableView<?> found && found.getItems().size() > index) {
                if (index < 0) {
                    found.getSelectionModel().clearSelection();
                } else {
                    found.getSelectionModel().clearAndSelect(index);
                }
            }
        });
        settle(1);
    }

    /** A picture of the window. */
    void shot(String name) {
        settle(1);
        take(name, stage.getScene());
    }

    /** A picture of the dialog in front, which stays. */
    void front(String name) {
        settle(1);
        Window.getWindows().stream()
                .filter(window -> window instanceof Stage && !window.equals(stage))
                .findFirst()
                .ifPresentOrElse(
                        window -> take(name, window.getScene()),
                        () -> System.err.println(prefix + name + ": no dialog is open"));
    }

    /** A picture of the menu that hangs open, which is closed then. */
    void popup(String name) {
        settle(1);
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof PopupWindow popup && popup.isShowing()) {
                take(name, window.getScene());
                act(popup::hide);
            }
        }
        settle(1);
    }

    /** A picture of the dialog in front, which is closed then. */
    void dialog(String name) {
        settle(1);
        for (Window window : List.copyOf(Window.getWindows())) {
            if (!window.equals(stage) && window instanceof Stage && window.getScene() != null) {
                take(name, window.getScene());
                act(window::hide);
            }
        }
        settle(1);
    }

    private void take(String name, Scene scene) {
        String file = prefix + name;
        act(() -> {
            List<String> faults = Inspection.of(scene);
            Shot.take(scene, folder.resolve(file + ".png"));
            if (!faults.isEmpty()) {
                write(file + "\n  " + String.join("\n  ", faults) + "\n");
            }
        });
    }

    private void write(String text) {
        try {
            Files.writeString(folder.resolve("faults.txt"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.err.println(e);
        }
    }
}
