package dev.rbee.contract.events;

import java.util.List;

/**
 * Figures of now.
 *
 * @param tokensPerSecond of the last 5 s, all workers
 */
public record FleetStats(
        int requestsRunning,
        int requestsWaiting,
        double tokensPerSecond,
        double requestsPerMinute,
        List<QueueInfo> queues) {}
