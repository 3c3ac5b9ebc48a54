package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.state.AppState;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What should never happen is shown, with all that a report needs, and the window goes on. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class DefectTest extends WindowTest {
    @TempDir
    Path home;

    private SmallHost host;
    private Graph graph;
    private Stage window;

    @Override
    public void start(Stage stage) {
        window = stage;
        host = new SmallHost(queen -> {}, List.of());
        graph = new Graph(host, SmallHost.TOKEN, home, light(), AppState.memory());
        show(graph, stage, 980, 700);
    }

    @AfterEach
    void end() {
        interact(() -> {
            List.copyOf(Window.getWindows()).stream()
                    .filter(each -> !each.equals(window))
                    .forEach(Window::hide);
            graph.close();
        });
        host.close();
    }

    @Test
    void aDefectShowsItsCodeItsTraceAndTheLogs() {
        interact(() -> graph.defect(new IllegalStateException("two bees in one cell")));
        until(() -> lookup("#defect").tryQuery().isPresent());
        assertTrue(shows("#defect", "two bees in one cell"));
        assertTrue(shows("#defect", "internal_error"));
        assertTrue(shows("#defect", home.resolve("logs").toString()));
        clickOn("Details");
        TextArea trace = lookup("#defect .text-area").queryAs(TextArea.class);
        assertTrue(trace.isVisible());
        assertTrue(trace.getText().contains("aDefectShowsItsCodeItsTraceAndTheLogs"), "the trace names where");
        clickOn("#problem-copy");
        interact(() -> assertTrue(Clipboard.getSystemClipboard().getString().startsWith("internal_error: ")));

        interact(() -> graph.defect(new IllegalStateException("and another one")));
        assertEquals(1, lookup("#defect").queryAll().size(), "one at a time");
        clickOn("Close");
        until(() -> lookup("#defect").tryQuery().isEmpty());
        clickOn("#nav-workers");
        until(() -> graph.frame.at("workers"));
    }
}
