package dev.rbee.service.jobs;

/**
 * The context of work that nobody follows or cancels: what is done at the end of a daemon, for instance.
 *
 * @param jobId for logs
 */
public record QuietJob(String jobId) implements JobContext {
    @Override
    public void progress(double fraction, String message) {}

    @Override
    public void log(String line) {}

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public void checkCancelled() {}

    @Override
    public void onCancel(Runnable undo) {}
}
