package dev.rbee.contract.events;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.List;

/**
 * The first event of {@code GET /v1/events}, named {@code snapshot}.
 *
 * @param instance of the queen
 * @param jobs running and lately ended
 */
public record FleetSnapshot(
        long revision,
        String instance,
        List<HiveInfo> hives,
        List<WorkerInfo> workers,
        List<JobInfo> jobs,
        FleetStats stats,
        List<FleetProblem> problems) {}
