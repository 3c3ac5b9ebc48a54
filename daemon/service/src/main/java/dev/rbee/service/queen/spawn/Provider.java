package dev.rbee.service.queen.spawn;

import dev.rbee.service.jobs.JobContext;
import org.jspecify.annotations.Nullable;

/** How models get to hives that lack them. */
public interface Provider {
    /** They do not. */
    Provider NONE = new Provider() {
        @Override
        public boolean offers(String model) {
            return false;
        }

        @Override
        public String bring(JobContext job, String model, @Nullable String hive) {
            throw new IllegalStateException("nothing is offered");
        }
    };

    /** Whether that model could be brought from somewhere; never blocks. */
    boolean offers(String model);

    /**
     * Brings it to that hive, or to the best one; its progress is the job's. Blocks.
     *
     * @return the model's id
     */
    String bring(JobContext job, String model, @Nullable String hive) throws InterruptedException;
}
