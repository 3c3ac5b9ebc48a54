package dev.rbee.service.models;

import dev.rbee.service.models.adopt.Found;
import dev.rbee.service.models.adopt.Place;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All places of others that a hive offers models from, looked at again every half a minute. Thread-safe. */
final class Watches implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watches.class);
    static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration FIRST = Duration.ofSeconds(2);

    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("models-scan-", 0).factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("models-watch").factory());
    private final List<PlaceWatch> watches;
    private final ModelFacts facts;
    private final PlaceMemory memory;
    private volatile boolean waited;

    /**
     * Begins the first scans.
     *
     * @param changed is run on a thread of the watches after something changed, and each half a minute for what changes without them
     */
    Watches(List<Place> places, ModelFacts facts, PlaceMemory memory, LongSupplier nanos, Runnable changed) {
        this.facts = facts;
        this.memory = memory;
        this.watches = places.stream()
                .map(place -> new PlaceWatch(place, memory.of(place), this::look, threads, nanos, () -> {
                    keep();
                    changed.run();
                }))
                .toList();
        refresh(Duration.ZERO);
        var _ = timer.scheduleWithFixedDelay(
                () -> {
                    refresh(EVERY);
                    changed.run();
                },
                EVERY.toMillis(),
                EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private PlaceWatch.Adopted look(Place place, Found found) {
        return new PlaceWatch.Adopted(found, Seen.look(file(place, found), facts));
    }

    /** A found model under the name that its files suggest. */
    static ModelFile file(Place place, Found found) {
        return new ModelFile(
                ModelNames.made(found.stem()),
                found.parts(),
                found.missing(),
                found.projector(),
                place.origin(),
                found.refs(),
                found.within());
    }

    private void keep() {
        for (PlaceWatch each : watches) {
            PlaceWatch.View view = each.view();
            if (each.place().named() && view.scanned() && !view.away()) {
                memory.keep(each.place(), view.models());
            }
        }
    }

    /** Looks again where the last look is that old. Does not block. */
    void refresh(Duration age) {
        watches.forEach(each -> each.refresh(age));
    }

    /** All of them; the first time waits up to two seconds for their first scans. */
    List<PlaceWatch> all() {
        if (!waited) {
            waited = true;
            try {
                for (PlaceWatch each : watches) {
                    each.await(FIRST.dividedBy(watches.size()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return watches;
    }

    /** Ends them; waits for some seconds at most, as a folder may hang. */
    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
        try {
            boolean ended =
                    timer.awaitTermination(2, TimeUnit.SECONDS) && threads.awaitTermination(2, TimeUnit.SECONDS);
            LOG.trace("watches ended={}", ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
