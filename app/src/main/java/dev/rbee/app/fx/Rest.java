package dev.rbee.app.fx;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Something done on the JavaFX thread a while later. Unlike an {@code Animation}, which keeps JavaFX drawing sixty times a second for as long as it
 * waits, this wakes nothing until then. JavaFX thread only.
 */
public final class Rest {
    private final Runnable done;
    private final long nanos;
    private long turn;
    private boolean waiting;

    /** {@code done} is called that long after each {@link #begin}, or never where {@link #stop} came first. */
    public Rest(Duration length, Runnable done) {
        this.done = done;
        nanos = length.toNanos();
    }

    /** Waits from now on; what was waited for until now is forgotten. */
    public void begin() {
        long mine = ++turn;
        waiting = true;
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, FxThread.LATER)
                .execute(() -> {
                    if (mine == turn) {
                        waiting = false;
                        done.run();
                    }
                });
    }

    /** Waits no more. */
    public void stop() {
        turn++;
        waiting = false;
    }

    /** Whether it is still to come. */
    public boolean waiting() {
        return waiting;
    }
}
