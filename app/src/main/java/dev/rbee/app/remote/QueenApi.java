package dev.rbee.app.remote;

import dev.rbee.contract.jobs.JobEvent;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerPlacement;
import dev.rbee.contract.workers.WorkerProcess;
import java.util.function.Consumer;

/**
 * What the application asks of its queen. Every method blocks and throws
 * {@link dev.rbee.contract.problem.ProblemException}, {@code unreachable} where nobody answers. Thread-safe.
 */
public interface QueenApi {
    /** Starts a worker; the id of the job. */
    String spawn(SpawnWorker order);

    /** Follows a job to its end; returns after {@code done}, throws its error otherwise. */
    void follow(String jobId, Consumer<JobEvent> events) throws InterruptedException;

    /** Cancels a job. */
    void cancel(String jobId);

    /** Lets a worker finish what runs, then ends it. */
    void drain(String workerId);

    /** Where a request for that model would go now. */
    RouteWhy explain(String model);

    /** How a worker's hive started its process and how that goes; throws {@code worker_not_found} where no hive runs it. */
    WorkerProcess process(String workerId);

    /** Why that worker was started where it is; throws {@code route_not_found} where the queen is too old to know. */
    WorkerPlacement placement(String workerId);

    /** Ends a worker now: it has a few seconds to finish, then its process is ended. Returns when it is gone. */
    void stop(String workerId);

    /** The log of a worker, from its last lines on; returns when the stream is closed or interrupted. */
    void logs(String workerId, Consumer<String> lines) throws InterruptedException;
}
