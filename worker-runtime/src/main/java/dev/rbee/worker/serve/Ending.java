package dev.rbee.worker.serve;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker's ordered end: takes nothing new, waits for what runs, at most so long, cancels the rest, then ends the
 * process. Thread-safe; a second order may only shorten the first.
 */
public final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);
    private static final long LOOK_MILLIS = 20;

    private final Life life;
    private final Running running;
    private final LongSupplier nanos;
    private final Runnable end;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile long deadline = Long.MAX_VALUE;
    private volatile boolean limited;

    /**
     * @param end what ends the process; called once, may block
     */
    public Ending(Life life, Running running, LongSupplier nanos, Runnable end) {
        this.life = life;
        this.running = running;
        this.nanos = nanos;
        this.end = end;
    }

    /** Ends when what runs has ended, however long that takes. Does not block. */
    public void whenIdle() {
        begin();
    }

    /** Ends within that time. Does not block. */
    public void within(Duration grace) {
        long at = nanos.getAsLong() + grace.toNanos();
        if (!limited || at - deadline < 0) {
            deadline = at;
            limited = true;
        }
        begin();
    }

    private void begin() {
        life.drain();
        if (waiting.compareAndSet(false, true)) {
            Thread.ofPlatform().name("ending").start(this::await);
        }
    }

    private void await() {
        LOG.info("state=draining running={}", running.count());
        try {
            boolean cancelled = false;
            while (running.count() > 0) {
                if (limited && nanos.getAsLong() - deadline > 0) {
                    if (cancelled
                            && nanos.getAsLong() - deadline
                                    > Duration.ofSeconds(1).toNanos()) {
                        break;
                    }
                    running.cancelAll();
                    cancelled = true;
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end.run();
    }
}
