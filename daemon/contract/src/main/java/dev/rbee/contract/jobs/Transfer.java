package dev.rbee.contract.jobs;

import org.jspecify.annotations.Nullable;

/**
 * How far a job's transfer of bytes is: a download from outside, or a copy from another hive.
 *
 * @param what for people, a file name
 * @param phase {@code queued}, {@code connecting}, {@code downloading}, {@code copying}, {@code verifying}, {@code paused} or {@code done}
 * @param doneBytes safe on the disk, those of earlier attempts included
 * @param totalBytes where known
 * @param bytesPerSecond of the last seconds
 * @param etaS seconds left at that speed, where both are known
 */
public record Transfer(
        String what,
        String phase,
        long doneBytes,
        @Nullable Long totalBytes,
        double bytesPerSecond,
        @Nullable Double etaS) {}
