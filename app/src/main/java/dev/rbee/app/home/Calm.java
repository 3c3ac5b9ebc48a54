package dev.rbee.app.home;

import dev.rbee.app.fx.Rest;
import java.time.Duration;

/** Draws at most four times a second, however fast things change. JavaFX thread only. */
final class Calm {
    private final Runnable draw;
    private final Rest rest = new Rest(Duration.ofMillis(250), this::rested);
    private boolean more;

    Calm(Runnable draw) {
        this.draw = draw;
    }

    /** At once if nothing was drawn lately, else a little later. */
    void soon() {
        if (rest.waiting()) {
            more = true;
        } else {
            rest.begin();
            draw.run();
        }
    }

    private void rested() {
        if (more) {
            more = false;
            soon();
        }
    }
}
