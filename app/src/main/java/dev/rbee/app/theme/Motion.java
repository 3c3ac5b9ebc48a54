package dev.rbee.app.theme;

import javafx.animation.FadeTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The little that moves: 120 ms fades, none where the desktop asks for less motion. JavaFX thread only. */
public final class Motion {
    private static final Duration FADE = Duration.millis(120);

    private Motion() {}

    /** Lets a node come up that was just added. */
    public static void appear(Node node) {
        if (reduced(node.getScene())) {
            node.setOpacity(1);
            return;
        }
        node.setOpacity(0);
        FadeTransition fade = new FadeTransition(FADE, node);
        fade.setToValue(1);
        fade.play();
    }

    /** Whether the desktop asks for less motion. */
    private static boolean reduced(@Nullable Scene scene) {
        return scene == null
                ? Platform.getPreferences().isReducedMotion()
                : scene.getPreferences().isReducedMotion();
    }
}
