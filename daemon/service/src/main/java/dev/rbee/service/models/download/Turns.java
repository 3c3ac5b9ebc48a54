package dev.rbee.service.models.download;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/** So many at a time, the others wait in the order they came. Thread-safe; taking one blocks. */
final class Turns {
    private final int most;
    private final Deque<Long> waiting = new ArrayDeque<>();
    private long last;
    private int running;

    Turns(int most) {
        this.most = most;
    }

    /** Waits for a turn; false where it is not {@code wanted} any more, which is looked at again after {@link #look}. */
    synchronized boolean take(BooleanSupplier wanted) throws InterruptedException {
        Long me = ++last;
        waiting.add(me);
        try {
            while (wanted.getAsBoolean()) {
                if (me.equals(waiting.peek()) && running < most) {
                    running++;
                    return true;
                }
                wait();
            }
            return false;
        } finally {
            waiting.remove(me);
            notifyAll();
        }
    }

    /** Gives a turn back. */
    synchronized void give() {
        running--;
        notifyAll();
    }

    /** Somebody who waits may not want to any more. */
    synchronized void look() {
        notifyAll();
    }
}
