package dev.rbee.service.queen.hives;

import java.time.Duration;

/**
 * Bounds and times of the hive registry.
 *
 * @param hives at a time
 * @param beat how often a hive is asked to beat
 * @param suspect silent for so long: suspect
 * @param offline silent for so long: offline
 * @param together hives lost within it count as lost at once; beats come up to 35 s apart, and so does the notice of their loss
 * @param hold hives that were lost at once are not replaced for so long at most
 */
public record HiveLimits(
        int hives, Duration beat, Duration suspect, Duration offline, Duration together, Duration hold) {
    /** Every 30 s, suspect after one and a half beats, offline after 90 s. */
    public static final HiveLimits DEFAULT = new HiveLimits(
            1000,
            Duration.ofSeconds(30),
            Duration.ofSeconds(45),
            Duration.ofSeconds(90),
            Duration.ofSeconds(40),
            Duration.ofMinutes(10));
}
