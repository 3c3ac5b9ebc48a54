package dev.rbee.service.queen;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls what wants to be called every second, or every minute. */
final class QueenTicker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueenTicker.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("queen-tick").daemon().factory());

    QueenTicker start(List<Runnable> everySecond, List<Runnable> everyMinute) {
        var _ = timer.scheduleAtFixedRate(() -> everySecond.forEach(QueenTicker::call), 1, 1, TimeUnit.SECONDS);
        var _ = timer.scheduleAtFixedRate(() -> everyMinute.forEach(QueenTicker::call), 60, 60, TimeUnit.SECONDS);
        return this;
    }

    private static void call(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) { // one that fails must not stop the others' clock
            LOG.error("tick failed", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
