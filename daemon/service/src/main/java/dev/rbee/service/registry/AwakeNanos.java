package dev.rbee.service.registry;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A monotonic clock that stands still while this process does not run (sleep of the machine, SIGSTOP): what was not read for 5 s counts as 1 s. So
 * nobody is declared silent for the time in which nobody was listened to. It must be read every second. Thread-safe.
 */
public final class AwakeNanos implements LongSupplier {
    private static final long GAP = Duration.ofSeconds(5).toNanos();
    private static final long COUNTED = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanos;
    private long lastRead;
    private long paused;

    /** Over that clock. */
    public AwakeNanos(LongSupplier nanos) {
        this.nanos = nanos;
        this.lastRead = nanos.getAsLong();
    }

    @Override
    public synchronized long getAsLong() {
        long now = nanos.getAsLong();
        long step = now - lastRead;
        if (step > GAP) {
            paused += step - COUNTED;
        }
        lastRead = now;
        return now - paused;
    }
}
