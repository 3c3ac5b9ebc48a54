package dev.rbee.app.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Tells the JavaFX thread that something changed: at once after quiet, else at most once in a while, however often it
 * changes. {@link #changed} is thread-safe and never blocks; nothing runs while nothing changes.
 */
public final class Paced {
    private final Executor later;
    private final Runnable sink;
    private final PauseTransition rest;
    private final AtomicBoolean pending = new AtomicBoolean();
    private boolean resting;
    private boolean waiting;

    /** {@code sink} is called on {@code later}'s thread, the JavaFX thread, with at least {@code gap} between two calls. */
    public Paced(Executor later, Duration gap, Runnable sink) {
        this.later = later;
        this.sink = sink;
        rest = new PauseTransition(gap);
        rest.setOnFinished(e -> rested());
    }

    /** Something changed. */
    public void changed() {
        if (pending.compareAndSet(false, true)) {
            later.execute(this::arrive);
        }
    }

    private void arrive() {
        if (resting) {
            waiting = true;
        } else {
            deliver();
        }
    }

    private void deliver() {
        pending.set(false);
        resting = true;
        rest.playFromStart();
        sink.run();
    }

    private void rested() {
        resting = false;
        if (waiting) {
            waiting = false;
            deliver();
        }
    }
}
