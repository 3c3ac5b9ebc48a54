package dev.rbee.service.models.fetch;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Tells the watch of a fetch how far it is, some times a second. Thread-safe. */
final class Progress {
    private static final long EVERY = 200_000_000;

    private final FetchControl.Watch watch;
    private final LongSupplier done;
    private final @Nullable Long total;
    private final LongSupplier nanos;
    private final AtomicLong told = new AtomicLong();
    private final AtomicLong network = new AtomicLong();

    Progress(FetchControl.Watch watch, LongSupplier done, @Nullable Long total, LongSupplier nanos) {
        this.watch = watch;
        this.done = done;
        this.total = total;
        this.nanos = nanos;
        told.set(nanos.getAsLong() - EVERY);
    }

    void say(String phase) {
        watch.at(phase, done.getAsLong(), total);
    }

    /** So many bytes came. */
    void came(long bytes) {
        network.addAndGet(bytes);
        long now = nanos.getAsLong();
        long last = told.get();
        if (now - last >= EVERY && told.compareAndSet(last, now)) {
            say("downloading");
        }
    }

    /** How many bytes came from the source. */
    long network() {
        return network.get();
    }
}
