package dev.rbee.service.jobs;

import dev.rbee.contract.jobs.Transfer;

/** What a job's work says of itself. Thread-safe; nothing blocks. */
public interface JobContext {
    /** The job's id. */
    String jobId();

    /**
     * How far it is.
     *
     * @param fraction 0 to 1; NaN where that is not known
     * @param message what it does now
     */
    void progress(double fraction, String message);

    /** The same of a job that moves bytes; the fraction follows from them. */
    default void transfer(Transfer transfer) {
        Long total = transfer.totalBytes();
        double fraction = total == null || total <= 0 ? Double.NaN : (double) transfer.doneBytes() / total;
        progress(fraction, transfer.phase() + " " + transfer.what());
    }

    /** From now on somebody may pause and resume the job; both run on the caller's thread and must not block. */
    default void pausable(Runnable pause, Runnable resume) {}

    /** One line for people. */
    void log(String line);

    /** True once somebody has asked it to stop. */
    boolean cancelled();

    /** Throws {@code ProblemException} {@code cancelled} once somebody has asked it to stop. */
    void checkCancelled();

    /** Runs {@code undo} when somebody asks it to stop, at once where that has happened already. It must not block. */
    void onCancel(Runnable undo);
}
