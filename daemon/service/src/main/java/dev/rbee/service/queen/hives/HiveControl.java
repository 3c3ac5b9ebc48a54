package dev.rbee.service.queen.hives;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import java.time.Duration;

/** Starts and stops the process of one hive: this machine's as a child, another machine's over SSH. Thread-safe. */
public interface HiveControl {
    /** The hive's id. */
    String hiveId();

    /**
     * Starts it and returns when it serves; returns at once where it does so already. Blocks. Throws
     * {@link dev.rbee.contract.problem.ProblemException}.
     */
    void start(JobContext job) throws InterruptedException;

    /**
     * Stops it, its workers first, and returns when its process has ended; returns at once where none runs. It stays
     * stopped until {@link #start}. Blocks, {@code grace} and some seconds at most.
     */
    void stop(JobContext job, Duration grace) throws InterruptedException;

    /**
     * Puts this queen's version there and returns when it serves. Blocks. Throws
     * {@link dev.rbee.contract.problem.ProblemException}, {@code unsupported_parameter} where its version is the queen's anyway.
     */
    default void upgrade(JobContext job) throws InterruptedException {
        throw ProblemException.of(
                ProblemCode.UNSUPPORTED_PARAMETER,
                "Hive " + hiveId() + " runs the queen's own version.",
                "rbee hive restart " + hiveId() + " starts it anew.");
    }
}
