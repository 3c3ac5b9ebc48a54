package dev.rbee.service.models;

import dev.rbee.service.models.adopt.Found;
import dev.rbee.service.models.adopt.Place;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lies in a place of somebody else, as it was seen last. Only scans touch its disk, one at a time and on a thread of their own, so that a
 * share that hangs holds up nobody: what was there is shown as away then. Thread-safe.
 */
final class PlaceWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PlaceWatch.class);
    private static final Duration HANGS = Duration.ofSeconds(20);

    private final Place place;
    private final BiFunction<Place, Found, Adopted> look;
    private final Executor threads;
    private final LongSupplier nanos;
    private final Runnable changed;
    private final AtomicBoolean scanning = new AtomicBoolean();
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile View view;
    private volatile long began;
    private volatile boolean everBegan;

    /** A model there and what was seen of it. */
    record Adopted(Found found, Seen seen) {}

    /**
     * What is known.
     *
     * @param away the folder is not there, or does not answer
     * @param scanned at least once since the start
     */
    record View(List<Adopted> models, boolean away, boolean scanned) {}

    /**
     * @param kept what was known before, shown as away until it is seen
     * @param look opens a model's files
     * @param changed is run after a scan that found something else
     */
    PlaceWatch(
            Place place,
            List<Adopted> kept,
            BiFunction<Place, Found, Adopted> look,
            Executor threads,
            LongSupplier nanos,
            Runnable changed) {
        this.place = place;
        this.look = look;
        this.threads = threads;
        this.nanos = nanos;
        this.changed = changed;
        this.view = new View(place.named() ? kept : List.of(), true, false);
    }

    Place place() {
        return place;
    }

    /** Does not block. */
    View view() {
        View now = view;
        boolean hangs = scanning.get() && nanos.getAsLong() - began > HANGS.toNanos();
        return hangs && !now.away() ? new View(now.models(), true, now.scanned()) : now;
    }

    /** Waits for the end of the first scan. */
    void await(Duration atMost) throws InterruptedException {
        var _ = first.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Begins a scan where none is going on and the last one began that long ago. Does not block. */
    void refresh(Duration age) {
        boolean due = !everBegan || nanos.getAsLong() - began >= age.toNanos();
        if (due && scanning.compareAndSet(false, true)) {
            began = nanos.getAsLong();
            everBegan = true;
            threads.execute(this::scan);
        }
    }

    private void scan() {
        try {
            List<Adopted> models = new ArrayList<>();
            for (Found found : place.scan()) {
                models.add(look.apply(place, found));
            }
            seen(new View(List.copyOf(models), false, true));
        } catch (NoSuchFileException e) {
            seen(place.named() ? away() : new View(List.of(), false, true));
        } catch (IOException | RuntimeException e) { // one strange folder must not end the watch
            LOG.info("models folder={} cannot be read: {}", place.root(), e.toString());
            seen(place.named() ? away() : new View(List.of(), false, true));
        } finally {
            scanning.set(false);
            first.countDown();
        }
    }

    private View away() {
        return new View(view.models(), true, true);
    }

    private void seen(View now) {
        View before = view;
        view = now;
        if (!before.equals(now)) {
            LOG.debug(
                    "models folder={} models={} away={}",
                    place.root(),
                    now.models().size(),
                    now.away());
            changed.run();
        }
    }
}
