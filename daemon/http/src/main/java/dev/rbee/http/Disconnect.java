package dev.rbee.http;

import java.util.ArrayList;
import java.util.List;

/** What to run when a client leaves; each action once. Thread-safe. */
final class Disconnect {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean gone;
    private boolean over;

    /** Runs it at once, on this thread, where the client is gone already. */
    void add(Runnable action) {
        synchronized (this) {
            if (!gone) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }

    /** The client left. Nothing happens once the answer is complete. */
    void fire() {
        List<Runnable> due;
        synchronized (this) {
            if (gone || over) {
                return;
            }
            gone = true;
            due = List.copyOf(actions);
        }
        due.forEach(Runnable::run);
    }

    /** The answer is complete: later news of the connection are not this request's. */
    synchronized void over() {
        over = true;
    }

    synchronized boolean gone() {
        return gone;
    }
}
