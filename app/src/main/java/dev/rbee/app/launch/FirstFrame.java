package dev.rbee.app.launch;

import java.time.InstantSource;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs how long it took from the start of the process to the first picture of the window: {@code window=drawn after_ms=1234}. */
final class FirstFrame implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(FirstFrame.class);

    private static final int SEEN = 3;

    private final Scene scene;
    private final InstantSource clock;
    private final Runnable then;
    private int layouts;

    private FirstFrame(Scene scene, InstantSource clock, Runnable then) {
        this.scene = scene;
        this.clock = clock;
        this.then = then;
    }

    /**
     * Watches the next pulses of that scene. The second one ends only when the first one's picture is drawn, so that it is there when the third
     * one lays out; {@code then} follows. JavaFX thread.
     */
    static void watch(Scene scene, InstantSource clock, Runnable then) {
        scene.addPostLayoutPulseListener(new FirstFrame(scene, clock, then));
        Platform.requestNextPulse();
    }

    @Override
    public void run() {
        layouts++;
        if (layouts < SEEN) {
            Platform.requestNextPulse();
            return;
        }
        scene.removePostLayoutPulseListener(this);
        ProcessAge.now(clock).ifPresent(age -> LOG.info("window=drawn after_ms={}", age.toMillis()));
        then.run();
    }
}
