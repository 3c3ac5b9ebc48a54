package dev.rbee.app.home;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Draws at most four times a second, however fast things change. JavaFX thread only. */
final class Calm {
    private final PauseTransition pause = new PauseTransition(Duration.millis(250));
    private boolean more;

    Calm(Runnable draw) {
        pause.setOnFinished(e -> {
            if (more) {
                more = false;
                draw.run();
                pause.playFromStart();
            }
        });
        this.draw = draw;
    }

    private final Runnable draw;

    /** At once if nothing was drawn lately, else a little later. */
    void soon() {
        if (pause.getStatus() == javafx.animation.Animation.Status.RUNNING) {
            more = true;
        } else {
            draw.run();
            pause.playFromStart();
        }
    }
}
