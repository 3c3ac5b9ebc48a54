package dev.rbee.app.theme;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** Light, dark, as the desktop says; and nothing moves where the desktop wants none of it. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class LookTest extends ApplicationTest {
    private final ObjectProperty<ColorScheme> desktop = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private Scene scene;
    private Look look;

    @Override
    public void start(Stage stage) {
        look = new Look(desktop);
        scene = new Scene(new Pane(new Pane()), 200, 100);
        look.choose(Theme.SYSTEM);
        look.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private String sheet() {
        String first = scene.getStylesheets().getFirst();
        return first.substring(first.lastIndexOf('/') + 1);
    }

    @Test
    void theDesktopIsFollowedUntilTheUserChooses() {
        assertEquals("light.css", sheet());
        interact(() -> desktop.set(ColorScheme.DARK));
        assertEquals("dark.css", sheet());
        assertTrue(look.darkProperty().get());
        interact(() -> look.choose(Theme.LIGHT));
        assertEquals("light.css", sheet());
        interact(() -> desktop.set(ColorScheme.LIGHT));
        interact(() -> desktop.set(ColorScheme.DARK));
        assertEquals("light.css", sheet(), "the desktop has no say any more");
        interact(() -> look.choose(Theme.SYSTEM));
        assertEquals("dark.css", sheet());
        interact(() -> desktop.set(ColorScheme.LIGHT));
        assertFalse(look.darkProperty().get());
    }

    @Test
    void nothingFadesWhereTheDesktopWantsLessMotion() {
        interact(() -> {
            scene.getPreferences().setReducedMotion(true);
            Motion.appear(scene.getRoot());
            assertEquals(1, scene.getRoot().getOpacity());
            scene.getPreferences().setReducedMotion(false);
            Motion.appear(scene.getRoot());
            assertEquals(0, scene.getRoot().getOpacity());
        });
        await().atMost(Duration.ofSeconds(60)).until(() -> scene.getRoot().getOpacity() == 1);
    }
}
