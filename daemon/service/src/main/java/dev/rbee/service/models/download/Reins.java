package dev.rbee.service.models.download;

import dev.rbee.service.models.fetch.FetchControl;
import org.jspecify.annotations.Nullable;

/** Holds a download: lets it run, pauses it, ends it. Thread-safe. */
final class Reins {
    /** What is wanted of it. */
    enum Wish {
        RUN,
        PAUSE,
        END
    }

    private final Runnable changed;
    private Wish wish = Wish.RUN;
    private @Nullable FetchControl control;

    /** {@code changed} is run after each change of mind. */
    Reins(Runnable changed) {
        this.changed = changed;
    }

    void pause() {
        turn(Wish.PAUSE);
    }

    void resume() {
        turn(Wish.RUN);
    }

    void end() {
        turn(Wish.END);
    }

    private void turn(Wish to) {
        FetchControl stop;
        synchronized (this) {
            if (wish == Wish.END || wish == to) {
                return;
            }
            wish = to;
            stop = to == Wish.RUN ? null : control;
            notifyAll();
        }
        if (stop != null) {
            stop.stop();
        }
        changed.run();
    }

    synchronized Wish wish() {
        return wish;
    }

    /** Blocks while it is paused. */
    synchronized void awaitTurn() throws InterruptedException {
        while (wish == Wish.PAUSE) {
            wait();
        }
    }

    /** From now on that is what a pause stops; false where it is not to begin at all. */
    synchronized boolean holds(FetchControl now) {
        control = now;
        return wish == Wish.RUN;
    }
}
