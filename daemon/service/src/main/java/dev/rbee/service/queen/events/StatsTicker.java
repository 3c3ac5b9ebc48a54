package dev.rbee.service.queen.events;

import dev.rbee.contract.events.FleetStats;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Publishes the figures each second while somebody watches. Thread-safe. */
public final class StatsTicker implements AutoCloseable {
    private final AtomicInteger watching = new AtomicInteger();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("queen-stats").daemon().factory());

    /** Starts at once; {@code stats} must not block. */
    public StatsTicker(EventHub hub, Supplier<FleetStats> stats, long everyMs) {
        var _ = timer.scheduleAtFixedRate(
                () -> {
                    if (watching.get() > 0) {
                        hub.stats(stats.get());
                    }
                },
                everyMs,
                everyMs,
                TimeUnit.MILLISECONDS);
    }

    /** Somebody watches, until it is closed. */
    public Watch watch() {
        watching.incrementAndGet();
        return watching::decrementAndGet;
    }

    /** How many watch. */
    public int watching() {
        return watching.get();
    }

    /** Stops. */
    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Somebody's watching. */
    @FunctionalInterface
    public interface Watch extends AutoCloseable {
        /** Watches no longer. */
        @Override
        void close();
    }
}
