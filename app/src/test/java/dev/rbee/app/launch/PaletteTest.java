package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.small.Fixtures;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.contract.hives.HiveState;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window by keyboard alone: palette, shortcuts, pages. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class PaletteTest extends WindowTest {
    @TempDir
    Path home;

    private SmallHost host;
    private Graph graph;

    @Override
    public void start(Stage stage) {
        host = new SmallHost(queen -> queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 0)), List.of());
        Look look = new Look();
        look.choose(Theme.LIGHT);
        graph = new Graph(host, SmallHost.TOKEN, home, look, AppState.memory());
        stage.setScene(graph.scene(980, 700));
        graph.ownedBy(stage);
        stage.show();
        graph.frame.open("chat");
        graph.control.start();
    }

    @AfterEach
    void end() {
        interact(() -> {
            List.copyOf(Window.getWindows()).stream()
                    .filter(window -> !window.equals(graph.frame.getScene().getWindow()))
                    .forEach(Window::hide);
            graph.close();
        });
        host.close();
    }

    private boolean open() {
        return graph.window.palette.isVisible();
    }

    private ListView<?> list() {
        return lookup("#palette-list").queryListView();
    }

    @Test
    void aFewLettersAndEnterGoToAPage() {
        push(KeyCode.CONTROL, KeyCode.K);
        until(this::open);
        write("wor");
        until(() -> list().getSelectionModel().getSelectedIndex() == 0);
        push(KeyCode.ENTER);
        until(() -> graph.frame.at("workers"));
        assertFalse(open());
        push(KeyCode.CONTROL, KeyCode.K);
        until(() -> list().getItems().size() > 3);
        until(() -> list().getItems().get(1).toString().contains("Go to Workers")); // used last comes first
    }

    @Test
    void escapeClosesItAndTheKeyboardIsWhereItWas() {
        clickOn("#composer").write("half a sen");
        push(KeyCode.CONTROL, KeyCode.K);
        until(this::open);
        write("the");
        push(KeyCode.ESCAPE);
        until(() -> !open());
        write("tence");
        assertEquals(
                "half a sentence", lookup("#composer").queryTextInputControl().getText());
    }

    @Test
    void headsAreSteppedOver() {
        push(KeyCode.CONTROL, KeyCode.K);
        until(() -> list().getItems().size() > 5);
        for (int i = 0; i < 16; i++) {
            push(i % 3 == 2 ? KeyCode.UP : KeyCode.DOWN);
            assertTrue(Objects.requireNonNull(list().getSelectionModel().getSelectedItem())
                    .toString()
                    .startsWith("Hit"));
        }
    }

    @Test
    void pagesHaveNumbersAndTheLookHasAKey() {
        push(KeyCode.CONTROL, KeyCode.DIGIT3);
        until(() -> graph.frame.at("hives"));
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        until(() -> graph.look.darkProperty().get());
    }

    @Test
    void theListOfShortcutsIsTrue() {
        push(KeyCode.F1);
        until(() -> lookup("#shortcuts").tryQuery().isPresent());
        graph.window.shortcuts.groups().forEach((group, shortcuts) -> {
            assertTrue(shows("#shortcuts", group), group);
            shortcuts.forEach(shortcut -> assertTrue(shows("#shortcuts", shortcut.words()), shortcut.words()));
        });
    }

    @Test
    void theStatusBarOpensItAndTheMenuOfTheQueen() {
        clickOn("#palette-open");
        until(this::open);
        push(KeyCode.ESCAPE);
        until(() -> graph.fleet.view().get().connected());
        clickOn("#queen-menu");
        clickOn("Stop queen");
        until(() -> !graph.fleet.view().get().connected());
        assertTrue(((Labeled) lookup("#queen-state").query()).getText().contains("queen stopped"));
    }
}
