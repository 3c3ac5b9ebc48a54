package dev.rbee.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Growing waits between tries, each shortened by up to half at random so that a herd spreads. Not thread-safe. */
final class Backoff {
    private final long firstMillis;
    private final long mostMillis;
    private final RandomGenerator random;
    private long nextMillis;

    Backoff(Duration first, Duration most, RandomGenerator random) {
        this.firstMillis = first.toMillis();
        this.mostMillis = most.toMillis();
        this.random = random;
        this.nextMillis = firstMillis;
    }

    /** How long to wait now, milliseconds. */
    long next() {
        long wait = nextMillis;
        nextMillis = Math.min(mostMillis, nextMillis * 2);
        return wait - (long) (wait * 0.5 * random.nextDouble());
    }

    /** It worked: begin anew. */
    void reset() {
        nextMillis = firstMillis;
    }
}
