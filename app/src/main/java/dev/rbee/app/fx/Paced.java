package dev.rbee.app.fx;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells the JavaFX thread that something changed: at once after quiet, else at most once in a while, however often it
 * changes. {@link #changed} is thread-safe and never blocks; nothing runs while nothing changes.
 */
public final class Paced {
    private final Executor later;
    private final Runnable sink;
    private final Rest rest;
    private final AtomicBoolean pending = new AtomicBoolean();
    private boolean waiting;

    /** {@code sink} is called on {@code later}'s thread, the JavaFX thread, with at least {@code gap} between two calls. */
    public Paced(Executor later, Duration gap, Runnable sink) {
        this.later = later;
        this.sink = sink;
        rest = new Rest(gap, this::rested);
    }

    /** Something changed. */
    public void changed() {
        if (pending.compareAndSet(false, true)) {
            later.execute(this::arrive);
        }
    }

    private void arrive() {
        if (rest.waiting()) {
            waiting = true;
        } else {
            deliver();
        }
    }

    private void deliver() {
        pending.set(false);
        rest.begin();
        sink.run();
    }

    private void rested() {
        if (waiting) {
            waiting = false;
            deliver();
        }
    }
}
