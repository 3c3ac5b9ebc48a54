package dev.rbee.service.queen.workers;

import java.time.Duration;

/**
 * Bounds and times of the worker registry.
 *
 * @param workers ids at a time
 * @param perNode ids at a time on one hive
 * @param beat how often a worker is asked to beat
 * @param offline silent for so long: offline
 * @param gone silent for so long: removed
 */
public record WorkerLimits(int workers, int perNode, Duration beat, Duration offline, Duration gone) {
    /** As designed: every 30 s, offline after 90 s, gone after ten missed beats. */
    public static final WorkerLimits DEFAULT =
            new WorkerLimits(50_000, 20_000, Duration.ofSeconds(30), Duration.ofSeconds(90), Duration.ofSeconds(300));
}
