package dev.rbee.service.jobs;

import dev.rbee.contract.jobs.Transfer;

/**
 * A part of a job that counts its progress from 0 to 1.
 *
 * @param from fraction of the whole job at its beginning
 * @param to fraction of the whole job at its end
 */
public record PartOfJob(JobContext job, double from, double to) implements JobContext {
    @Override
    public String jobId() {
        return job.jobId();
    }

    @Override
    public void progress(double fraction, String message) {
        job.progress(Double.isNaN(fraction) ? fraction : from + (to - from) * Math.clamp(fraction, 0, 1), message);
    }

    @Override
    public void transfer(Transfer transfer) {
        job.transfer(transfer);
    }

    @Override
    public void pausable(Runnable pause, Runnable resume) {
        job.pausable(pause, resume);
    }

    @Override
    public void log(String line) {
        job.log(line);
    }

    @Override
    public boolean cancelled() {
        return job.cancelled();
    }

    @Override
    public void checkCancelled() {
        job.checkCancelled();
    }

    @Override
    public void onCancel(Runnable undo) {
        job.onCancel(undo);
    }
}
