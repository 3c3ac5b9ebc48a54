package dev.rbee.app.launch;

import static org.awaitility.Awaitility.await;

import dev.rbee.app.chats.list.FileChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/** Uses the menus of the list of chats; where the system would ask for a file, one is given. */
final class ChatMenus {
    private final WindowTest robot;
    private final Graph graph;

    ChatMenus(WindowTest robot, Graph graph) {
        this.robot = robot;
        this.graph = graph;
    }

    /** Saves the chat of that title by that line of its menu; what then stands in the file. */
    String save(String title, String line, Path file) throws Exception {
        asks(file);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        WaitForAsyncUtils.asyncFx(() -> cell(title) != null).get());
        robot.rightClickOn(Objects.requireNonNull(
                WaitForAsyncUtils.asyncFx(() -> cell(title)).get()));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> WaitForAsyncUtils.asyncFx(() -> line(line) != null).get());
        robot.interact(() -> Objects.requireNonNull(line(line)).fire());
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(file));
        robot.interact(() -> List.copyOf(Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance)
                .forEach(Window::hide));
        return Files.readString(file);
    }

    /** Takes in the chats of that file by the menu over the list. */
    void imports(Path file) {
        asks(file);
        robot.interact(() -> robot.lookup("#chats-more").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> item.getText().equals("Import chats…"))
                .forEach(MenuItem::fire));
    }

    private void asks(Path file) {
        robot.interact(() -> graph.kept.asks(new FileChoice() {
            @Override
            public Path save(String title, String name) {
                return file;
            }

            @Override
            public List<Path> open(String title) {
                return List.of(file);
            }
        }));
    }

    private @Nullable ListCell<?> cell(String title) {
        return robot.lookup("#conversations .list-cell").queryAllAs(ListCell.class).stream()
                .map(each -> (ListCell<?>) each)
                .filter(each -> String.valueOf(each.getAccessibleText()).contains(title))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable MenuItem line(String words) {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .flatMap(
                        item -> item instanceof Menu more ? more.getItems().stream() : java.util.stream.Stream.of(item))
                .filter(item -> words.equals(item.getText()))
                .findFirst()
                .orElse(null);
    }
}
