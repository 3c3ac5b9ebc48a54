package dev.rbee.service.hive.process;

import java.time.Duration;

/**
 * When a crashed worker is started again. Pure.
 *
 * @param first wait after the first crash
 * @param most longest wait
 * @param calm a run at least this long starts the waits anew
 * @param crashes so many crashes of one model ...
 * @param window ... in this time put it into quarantine
 */
public record RestartPolicy(Duration first, Duration most, Duration calm, int crashes, Duration window) {
    /** 1 s doubling to 60 s; five crashes in ten minutes are too many. */
    public static final RestartPolicy STANDARD = new RestartPolicy(
            Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofMinutes(10), 5, Duration.ofMinutes(10));

    /** The wait before the start that follows the n-th crash in a row, n from 1. */
    public Duration delay(int crash) {
        Duration delay = first;
        for (int i = 1; i < crash && delay.compareTo(most) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(most) > 0 ? most : delay;
    }
}
