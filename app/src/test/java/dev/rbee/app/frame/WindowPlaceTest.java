package dev.rbee.app.frame;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.state.AppState;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** The window comes back where it was, but never where nobody can reach it. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class WindowPlaceTest extends ApplicationTest {
    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D RIGHT = new Rectangle2D(1920, 200, 1280, 1024);

    private Stage stage;

    @Override
    public void start(Stage window) {
        stage = new Stage(); // the one of TestFX is other tests' too
    }

    @AfterEach
    void end() {
        interact(stage::close);
    }

    private static boolean reachable(double x, double y) {
        return WindowPlace.reachable(new Rectangle2D(x, y, 1000, 700), List.of(LEFT, RIGHT));
    }

    @Test
    void onlyWhatCanBeTakenHoldOfIsKept() {
        assertTrue(reachable(0, 0));
        assertTrue(reachable(1900, 250), "most of it is on the right screen");
        assertTrue(reachable(-800, 0), "200 px are left of it");
        assertFalse(reachable(-950, 0));
        assertFalse(reachable(100, -30), "its title bar is above the screen");
        assertFalse(reachable(100, 1070));
        assertFalse(reachable(5000, 100), "that screen is gone");
    }

    @Test
    void theNextWindowIsAsTheLastOneWas() {
        AppState state = AppState.memory();
        interact(() -> {
            stage.setScene(new Scene(new Pane()));
            WindowPlace.follow(stage, state);
            stage.show();
            stage.setX(40);
            stage.setY(30);
            stage.setWidth(800);
            stage.setHeight(500);
        });
        await().atMost(Duration.ofSeconds(60)).until(() -> state.number("window.height", 0) == 500);
        interact(() -> {
            Stage next = new Stage();
            WindowPlace.follow(next, state);
            assertEquals(
                    List.of(40.0, 30.0, 800.0, 500.0),
                    List.of(next.getX(), next.getY(), next.getWidth(), next.getHeight()));
        });
    }

    @Test
    void aWindowLargerThanTheScreenFits() {
        AppState state = AppState.memory();
        state.put("window.width", 9000.0);
        state.put("window.height", 20.0);
        interact(() -> {
            WindowPlace.follow(stage, state);
            assertTrue(stage.getWidth() <= Screen.getPrimary().getVisualBounds().getWidth());
            assertEquals(WindowPlace.LEAST_HEIGHT, stage.getHeight());
        });
    }
}
