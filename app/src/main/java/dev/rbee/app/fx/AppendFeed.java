package dev.rbee.app.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Carries every value to the JavaFX thread, in order and in batches, with at most one task pending: for tokens and log
 * lines, where none may be lost. {@link #offer} is thread-safe and never blocks.
 */
public final class AppendFeed<T> {
    private final Executor later;
    private final Consumer<List<T>> sink;
    private final Object lock = new Object();
    private List<T> waiting = new ArrayList<>();

    /** {@code sink} gets the batches on {@code later}'s thread. */
    public AppendFeed(Executor later, Consumer<List<T>> sink) {
        this.later = later;
        this.sink = sink;
    }

    /** Adds one value to the next batch. */
    public void offer(T value) {
        boolean first;
        synchronized (lock) {
            first = waiting.isEmpty();
            waiting.add(value);
        }
        if (first) {
            later.execute(this::deliver);
        }
    }

    private void deliver() {
        List<T> batch;
        synchronized (lock) {
            batch = waiting;
            waiting = new ArrayList<>();
        }
        sink.accept(batch);
    }
}
