package dev.rbee.app.chat;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Does something once before the next picture is drawn, however often it is asked for. JavaFX thread only. */
final class Growth {
    private final Node place;
    private final Runnable work;
    private final Runnable pulse = this::run;
    private @Nullable Scene waiting;

    Growth(Node place, Runnable work) {
        this.place = place;
        this.work = work;
    }

    /** Soon; at once where nothing is drawn. */
    void soon() {
        Scene scene = place.getScene();
        if (scene == null) {
            work.run();
        } else if (waiting == null) {
            waiting = scene;
            scene.addPreLayoutPulseListener(pulse);
            Platform.requestNextPulse();
        }
    }

    private void run() {
        stop();
        work.run();
    }

    /** Not any more. */
    void stop() {
        Scene scene = waiting;
        waiting = null;
        if (scene != null) {
            scene.removePreLayoutPulseListener(pulse);
        }
    }
}
