package dev.rbee.app.launch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs how long it took from the start of the process to the first picture of the window: {@code window=drawn after_ms=1234}. */
final class FirstFrame implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(FirstFrame.class);

    private final Scene scene;
    private final InstantSource clock;
    private int layouts;

    private FirstFrame(Scene scene, InstantSource clock) {
        this.scene = scene;
        this.clock = clock;
    }

    /** Watches the next two pulses of that scene: when the second one comes, the first one's picture is drawn. JavaFX thread. */
    static void watch(Scene scene, InstantSource clock) {
        scene.addPostLayoutPulseListener(new FirstFrame(scene, clock));
        Platform.requestNextPulse();
    }

    @Override
    public void run() {
        layouts++;
        if (layouts < 2) {
            Platform.requestNextPulse();
            return;
        }
        scene.removePostLayoutPulseListener(this);
        Instant now = clock.instant();
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(start -> LOG.info(
                        "window=drawn after_ms={}", Duration.between(start, now).toMillis()));
    }
}
