package dev.rbee.app.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Carries values to the JavaFX thread; the newest wins and at most one task is pending, however fast they come.
 * {@link #offer} is thread-safe and never blocks.
 */
public final class LatestFeed<T> {
    private final Executor later;
    private final Consumer<T> sink;
    private final AtomicReference<T> newest = new AtomicReference<>();

    /** {@code sink} is called on {@code later}'s thread. */
    public LatestFeed(Executor later, Consumer<T> sink) {
        this.later = later;
        this.sink = sink;
    }

    /** Shows this value soon, unless a newer one comes first. */
    public void offer(T value) {
        if (newest.getAndSet(value) == null) {
            later.execute(this::deliver);
        }
    }

    private void deliver() {
        T value = newest.getAndSet(null);
        if (value != null) {
            sink.accept(value);
        }
    }
}
