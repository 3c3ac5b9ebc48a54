package dev.rbee.service.queen.models;

import dev.rbee.client.Remote;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a pull shall rest. Set by anybody, passed on by the pull's own thread. Thread-safe. */
final class Hold {
    private static final Logger LOG = LoggerFactory.getLogger(Hold.class);

    private volatile boolean wanted;
    private boolean passedOn;

    void pause() {
        wanted = true;
    }

    void resume() {
        wanted = false;
    }

    boolean wanted() {
        return wanted;
    }

    /** A new job at the hive, which runs. */
    void fresh() {
        passedOn = false;
    }

    /** Tells the hive's job where it has not heard yet. Blocks. */
    void passOn(Remote hive, JobInfo job) {
        boolean now = wanted;
        if (now == passedOn) {
            return;
        }
        try {
            hive.post("/v1/jobs/" + Remote.segment(job.jobId()) + (now ? "/pause" : "/resume"), null);
            passedOn = now;
        } catch (ProblemException e) {
            if (e.problem().code() != ProblemCode.INVALID_FIELD) { // one that cannot rest yet is asked again
                throw e;
            }
            LOG.debug("job={} cannot rest now", job.jobId());
        }
    }
}
