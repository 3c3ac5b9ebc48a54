package dev.rbee.app.theme;

import javafx.animation.FadeTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.util.Duration;

/** The little that moves: 120 ms fades, none where the desktop asks for less motion. JavaFX thread only. */
public final class Motion {
    private static final Duration FADE = Duration.millis(120);

    private Motion() {}

    /** Whether the desktop asks for less motion. */
    public static boolean reduced() {
        return Platform.getPreferences().isReducedMotion();
    }

    /** Lets a node come up that was just added. */
    public static void appear(Node node) {
        if (reduced()) {
            node.setOpacity(1);
            return;
        }
        node.setOpacity(0);
        FadeTransition fade = new FadeTransition(FADE, node);
        fade.setToValue(1);
        fade.play();
    }
}
