package dev.rbee.service.queen.links;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices that this machine was asleep: more time has passed than this thread has seen. Owns one virtual thread. */
final class SleepWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SleepWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Runnable woke;
    private final CountDownLatch end = new CountDownLatch(1);
    private Instant lastTime;
    private long lastNanos;

    SleepWatch(InstantSource clock, LongSupplier nanos, Runnable woke) {
        this.clock = clock;
        this.nanos = nanos;
        this.woke = woke;
        this.lastTime = clock.instant();
        this.lastNanos = nanos.getAsLong();
    }

    void start() {
        Thread.ofVirtual().name("sleep-watch").start(() -> {
            try {
                while (!end.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    look();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** One look: the monotonic clock stands still during sleep on some systems, on others this look comes late by both clocks. */
    void look() {
        Instant time = clock.instant();
        long now = nanos.getAsLong();
        Duration byWall = Duration.between(lastTime, time);
        Duration byMonotonic = Duration.ofNanos(now - lastNanos);
        lastTime = time;
        lastNanos = now;
        if (byWall.compareTo(LONG) > 0 || byMonotonic.compareTo(LONG) > 0) {
            LOG.info("this machine was away for {}", byWall.compareTo(byMonotonic) > 0 ? byWall : byMonotonic);
            woke.run();
        }
    }

    @Override
    public void close() {
        end.countDown();
    }
}
