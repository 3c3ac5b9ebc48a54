package dev.rbee.contract.events;

import java.time.Instant;

/**
 * The figures of one moment.
 *
 * @param tokensPerSecond of the 5 s before it, all workers
 * @param requestsPerMinute begun in the minute before it
 */
public record StatsPoint(
        Instant at, double tokensPerSecond, double requestsPerMinute, int requestsRunning, int requestsWaiting) {
    /** Those figures at that time. */
    public static StatsPoint of(Instant at, FleetStats stats) {
        return new StatsPoint(
                at,
                stats.tokensPerSecond(),
                stats.requestsPerMinute(),
                stats.requestsRunning(),
                stats.requestsWaiting());
    }
}
