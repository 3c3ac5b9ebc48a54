package dev.rbee.service.queen.inference;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** Counts what goes through. Thread-safe, never blocks. */
public final class Traffic {
    private static final int SECONDS = 64;
    private static final long SECOND = 1_000_000_000L;
    private static final int SPEED_WINDOW = 5;
    private static final int RATE_WINDOW = 60;

    private final LongSupplier nanos;
    private final long origin;
    private final AtomicInteger running = new AtomicInteger();
    private final LongAdder allTokens = new LongAdder();
    private final LongAdder allRequests = new LongAdder();
    private final LongAdder failed = new LongAdder();
    /** Second in the upper half, count in the lower. */
    private final AtomicLongArray tokensBySecond = new AtomicLongArray(SECONDS);

    private final AtomicLongArray requestsBySecond = new AtomicLongArray(SECONDS);

    Traffic(LongSupplier nanos) {
        this.nanos = nanos;
        this.origin = nanos.getAsLong();
    }

    void tokens(int count) {
        allTokens.add(count);
        add(tokensBySecond, count);
    }

    void started() {
        running.incrementAndGet();
        allRequests.increment();
        add(requestsBySecond, 1);
    }

    void ended(boolean well) {
        running.decrementAndGet();
        if (!well) {
            failed.increment();
        }
    }

    /** Requests that are being answered or wait. */
    public int open() {
        return running.get();
    }

    /** Tokens relayed since the start. */
    public long tokensTotal() {
        return allTokens.sum();
    }

    /** Requests since the start. */
    public long requestsTotal() {
        return allRequests.sum();
    }

    /** Of them, those that failed. */
    public long failedTotal() {
        return failed.sum();
    }

    /** Mean of the last five whole seconds. */
    public double tokensPerSecond() {
        return sum(tokensBySecond, SPEED_WINDOW) / (double) SPEED_WINDOW;
    }

    /** In the last minute. */
    public double requestsPerMinute() {
        return sum(requestsBySecond, RATE_WINDOW);
    }

    private long second() {
        return (nanos.getAsLong() - origin) / SECOND + SECONDS;
    }

    private void add(AtomicLongArray buckets, int count) {
        long second = second();
        int place = (int) (second % SECONDS);
        buckets.accumulateAndGet(
                place, count, (was, more) -> (was >>> 32) == second ? was + more : (second << 32) + more);
    }

    private long sum(AtomicLongArray buckets, int window) {
        long now = second();
        long sum = 0;
        for (int i = 1; i <= window; i++) {
            long bucket = buckets.get((int) ((now - i) % SECONDS));
            sum += (bucket >>> 32) == now - i ? bucket & 0xffffffffL : 0;
        }
        return sum;
    }
}
