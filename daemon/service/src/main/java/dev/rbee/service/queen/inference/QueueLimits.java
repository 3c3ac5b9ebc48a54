package dev.rbee.service.queen.inference;

import java.time.Duration;

/**
 * How much may wait.
 *
 * @param perModel requests in the line of one model; one more is refused with 429
 * @param longest a request waits at most so long, then it is refused with 503
 * @param patience after so long also workers that are used last are tried
 */
public record QueueLimits(int perModel, Duration longest, Duration patience) {
    /** 512, five minutes, two seconds. */
    public static final QueueLimits DEFAULT = new QueueLimits(512, Duration.ofMinutes(5), Duration.ofSeconds(2));
}
