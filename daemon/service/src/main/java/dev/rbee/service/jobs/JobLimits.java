package dev.rbee.service.jobs;

import java.time.Duration;

/**
 * How much a {@link JobStore} keeps.
 *
 * @param running at a time; one more is refused
 * @param ended kept for reading again
 * @param age of an ended job before it is forgotten
 * @param events kept per job; older lines are dropped
 */
public record JobLimits(int running, int ended, Duration age, int events) {
    /** 64 at a time, 200 ended for an hour, 1 000 events each. */
    public static final JobLimits DEFAULT = new JobLimits(64, 200, Duration.ofHours(1), 1000);
}
