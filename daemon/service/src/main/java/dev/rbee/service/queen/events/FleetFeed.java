package dev.rbee.service.queen.events;

import dev.rbee.contract.events.FleetProblem;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.workers.WorkerInfo;

/**
 * Where the queen's parts say what changed, for {@code GET /v1/events}. Every call gives the newest whole state of one
 * thing; the owner calls in the order of its own changes (so: still under its lock). Nothing blocks, nothing calls back.
 */
public interface FleetFeed {
    /** A worker is new or changed. */
    void worker(WorkerInfo worker);

    /** A worker is gone. */
    void workerGone(String id, String reason);

    /** A hive is new or changed. */
    void hive(HiveInfo hive);

    /** A hive is gone. */
    void hiveGone(String id, String reason);

    /** A job is new or changed. */
    void job(JobInfo job);

    /** There is something a person should know; the same id again replaces it. */
    void problem(FleetProblem problem);

    /** It is no more; harmless where it never was. */
    void problemGone(String id);
}
