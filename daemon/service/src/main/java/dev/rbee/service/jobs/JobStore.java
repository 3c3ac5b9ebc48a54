package dev.rbee.service.jobs;

import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Long work of one daemon: each job runs on a virtual thread of its own and can be followed, read again after its end,
 * and cancelled. Kept in memory, bounded by {@link JobLimits}. Thread-safe.
 */
public final class JobStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobStore.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final JobLimits limits;
    private final Consumer<JobInfo> listener;
    private boolean closed;

    /**
     * @param ids a new one at each call
     * @param listener hears of every change in the order of the changes of one job; must not block
     */
    public JobStore(InstantSource clock, Supplier<String> ids, JobLimits limits, Consumer<JobInfo> listener) {
        this.clock = clock;
        this.ids = ids;
        this.limits = limits;
        this.listener = listener;
    }

    /**
     * Starts a job and returns at once. Throws {@link ProblemException} {@code rate_limited} where too many run, and
     * {@code draining} after {@link #close}.
     */
    public JobInfo create(String kind, String title, JobWork work) {
        Job job;
        lock.lock();
        try {
            if (closed) {
                throw ProblemException.of(ProblemCode.DRAINING, "This daemon is stopping.", "Try again later.");
            }
            forget();
            if (jobs.values().stream().filter(JobStore::runs).count() >= limits.running()) {
                throw ProblemException.of(
                        ProblemCode.RATE_LIMITED,
                        limits.running() + " jobs are running already.",
                        "Wait for one to end, or cancel one.");
            }
            job = new Job("job_" + ids.get(), kind, title, clock.instant(), limits.events(), listener);
            jobs.put(job.info().jobId(), job);
        } finally {
            lock.unlock();
        }
        JobInfo created = job.info();
        Thread.ofVirtual().name(created.jobId()).start(() -> run(job, work));
        return created;
    }

    /** The job. Throws {@link ProblemException} {@code job_not_found}. */
    public JobInfo get(String id) {
        return find(id).info();
    }

    /** Running and lately ended ones, oldest first. */
    public List<JobInfo> list() {
        lock.lock();
        try {
            forget();
            return jobs.values().stream().map(Job::info).toList();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The job's events after {@code after} (0: from the oldest kept); blocks up to {@code millis} for the next one. Empty
     * when that time is over, or at once when the job has ended and all is read. Throws {@link ProblemException}
     * {@code job_not_found}.
     */
    public List<NumberedEvent> events(String id, long after, long millis) throws InterruptedException {
        return find(id).await(after, millis);
    }

    /** Asks it to stop and returns at once; the job ends when its work does. Throws {@code job_not_found}. */
    public JobInfo cancel(String id) {
        Job job = find(id);
        job.cancel();
        return job.info();
    }

    /** Asks it to pause, or to go on, and returns at once. Throws {@code job_not_found}, {@code invalid_field} where it cannot. */
    public JobInfo pause(String id, boolean on) {
        Job job = find(id);
        job.pause(on);
        return job.info();
    }

    /** Takes no new ones and asks those that run to stop; returns at once. */
    @Override
    public void close() {
        List<Job> running;
        lock.lock();
        try {
            closed = true;
            running = jobs.values().stream().filter(JobStore::runs).toList();
        } finally {
            lock.unlock();
        }
        running.forEach(Job::cancel);
    }

    // The outermost loop of a job: whatever its work throws must settle it, or its readers wait for ever.
    private void run(Job job, JobWork work) {
        job.began();
        try {
            job.checkCancelled();
            var result = Job.tree(work.run(job));
            job.end(clock.instant(), JobState.DONE, result, null);
        } catch (ProblemException e) {
            failed(job, e.problem());
        } catch (InterruptedException e) {
            failed(job, Job.stopped());
        } catch (Throwable e) { // also an Error of a library must reach the one who waits
            LOG.error("job={} kind={} failed", job.info().jobId(), job.info().kind(), e);
            failed(
                    job,
                    Problem.of(
                            ProblemCode.INTERNAL_ERROR,
                            "The job failed by a defect of rbee.",
                            "The log says which, under " + job.info().jobId()
                                    + "; rbee diagnose packs it for a report."));
        }
    }

    private void failed(Job job, Problem problem) {
        if (job.cancelled()) {
            job.end(clock.instant(), JobState.CANCELLED, null, Job.stopped());
        } else {
            job.end(clock.instant(), JobState.FAILED, null, problem);
        }
    }

    private Job find(String id) {
        lock.lock();
        try {
            Job job = jobs.get(id);
            if (job == null) {
                throw ProblemException.of(
                        ProblemCode.JOB_NOT_FOUND,
                        "There is no job \"" + id + "\".",
                        "Jobs are forgotten an hour after their end, and when the daemon stops.");
            }
            return job;
        } finally {
            lock.unlock();
        }
    }

    private void forget() {
        List<JobInfo> ended = new ArrayList<>(
                jobs.values().stream().filter(job -> !runs(job)).map(Job::info).toList());
        int over = ended.size() - limits.ended();
        for (JobInfo each : ended) {
            boolean old = each.endedAt() != null
                    && each.endedAt().isBefore(clock.instant().minus(limits.age()));
            if (over-- > 0 || old) {
                jobs.remove(each.jobId());
            }
        }
    }

    private static boolean runs(Job job) {
        return job.info().state() == JobState.RUNNING;
    }
}
