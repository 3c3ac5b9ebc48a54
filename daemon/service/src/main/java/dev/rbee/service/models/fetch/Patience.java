package dev.rbee.service.models.fetch;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** When a fetch tries again, and when it gives up. Shared by its connections: what fails for all at once counts once. Thread-safe. */
final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    /** A source may have us wait so long, not longer. */
    private static final Duration BEARABLE = Duration.ofMinutes(10);
    /** So much must come for a failure to be forgotten, bytes. */
    private static final long PROGRESS = 1 << 20;
    /** For {@link #failed}: this failure is another's too, who has told of it. */
    static final long COUNTED = -1;

    private final int attempts;
    private final Duration first;
    private final RandomGenerator random;
    private final LongSupplier nanos;
    private final FetchControl control;
    private int failures;
    private long epoch;
    private long notBefore;
    private long came;

    Patience(FetchSetup setup, FetchControl control) {
        attempts = setup.attempts();
        first = setup.firstWait();
        random = setup.random();
        nanos = setup.nanos();
        this.control = control;
    }

    /** To be asked before an attempt and given to {@link #failed}. */
    synchronized long epoch() {
        return epoch;
    }

    synchronized void progress(long bytes) {
        came += bytes;
        if (came >= PROGRESS) {
            failures = 0;
        }
    }

    /** Waits before the next attempt. Throws the fault itself where there is no sense in one. */
    void failed(long since, SourceFault fault) throws SourceFault, InterruptedException {
        long wait = waitAfter(since, fault);
        if (wait > 0) {
            control.pause(wait);
        }
    }

    private synchronized long waitAfter(long since, SourceFault fault) throws SourceFault {
        boolean hopeless = fault.kind() == SourceFault.Kind.FINAL || fault.kind() == SourceFault.Kind.CHANGED;
        Duration asked = fault.retryAfter();
        if (hopeless || (asked != null && asked.compareTo(BEARABLE) > 0)) {
            throw fault;
        }
        long now = nanos.getAsLong();
        if (since == epoch) {
            epoch++;
            came = 0;
            failures += fault.kind() == SourceFault.Kind.EXPIRED ? Math.max(1, attempts / 3) : 1;
            if (failures >= attempts) {
                throw fault;
            }
            long wait = asked == null ? backOff() : Math.max(asked.toNanos(), first.toNanos());
            notBefore = now + wait;
        }
        return notBefore - now;
    }

    private long backOff() {
        long doubled = first.toNanos() << Math.min(20, failures - 1);
        long most = Math.min(doubled, LONGEST.toNanos());
        return most / 2 + random.nextLong(most / 2 + 1);
    }
}
