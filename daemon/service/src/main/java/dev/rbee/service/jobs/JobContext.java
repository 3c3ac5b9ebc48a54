package dev.rbee.service.jobs;

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

    /** One line for people. */
    void log(String line);

    /** True once somebody has asked it to stop. */
    boolean cancelled();

    /** Throws {@code ProblemException} {@code cancelled} once somebody has asked it to stop. */
    void checkCancelled();

    /** Runs {@code undo} when somebody asks it to stop, at once where that has happened already. It must not block. */
    void onCancel(Runnable undo);
}
