package dev.rbee.service.models.fetch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One fetch's reins: tells how far it is and stops it. Thread-safe. A pause is a stop with a new fetch later. */
public final class FetchControl {
    /** Is told how far a fetch is; called several times a second by one of its threads. Must not block. */
    public interface Watch {
        /**
         * How far it is.
         *
         * @param phase {@code connecting}, {@code downloading}, {@code waiting} (for the source, after a failure) or {@code verifying}
         * @param doneBytes on the disk, those of earlier attempts included
         * @param totalBytes where known
         */
        void at(String phase, long doneBytes, @Nullable Long totalBytes);
    }

    private final Watch watch;
    private final List<Runnable> onStop = new ArrayList<>();
    private boolean stopped;

    /** Reins of a fetch that nobody started yet. */
    public FetchControl(Watch watch) {
        this.watch = watch;
    }

    /** One that nobody watches. */
    public FetchControl() {
        this((phase, done, total) -> {});
    }

    /** Ends it soon: what came is kept, {@link Fetcher#fetch} throws {@code cancelled}. Nothing where it has ended. Does not block. */
    public void stop() {
        List<Runnable> now;
        synchronized (this) {
            stopped = true;
            notifyAll();
            now = List.copyOf(onStop);
            onStop.clear();
        }
        now.forEach(Runnable::run);
    }

    /** True after {@link #stop}. */
    public synchronized boolean stopped() {
        return stopped;
    }

    /** One that ends with this one, and may end earlier. */
    FetchControl child() {
        FetchControl child = new FetchControl(watch);
        onStop(child::stop);
        return child;
    }

    Watch watch() {
        return watch;
    }

    /** Runs it at a stop, at once after one. */
    void onStop(Runnable action) {
        synchronized (this) {
            if (!stopped) {
                onStop.add(action);
                return;
            }
        }
        action.run();
    }

    /** Waits so long, or until {@link #stop}. */
    synchronized void pause(long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        while (!stopped && nanos > 0) {
            long millis = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
            wait(millis);
            nanos = deadline - System.nanoTime();
        }
    }
}
