package dev.rbee.service.jobs;

import org.jspecify.annotations.Nullable;

/** What a job does. Runs on a virtual thread of its own. */
@FunctionalInterface
public interface JobWork {
    /**
     * Does it and returns its result (anything that has a JSON form), or null. Throws
     * {@link dev.rbee.contract.problem.ProblemException} for expected failures. Is interrupted when the job is cancelled.
     */
    @Nullable
    Object run(JobContext context) throws Exception;
}
