package dev.rbee.contract.events;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.workers.WorkerInfo;
import org.jspecify.annotations.Nullable;

/**
 * Later events of {@code GET /v1/events}. The SSE event name is {@code type}: {@code worker}, {@code worker_gone}, {@code hive},
 * {@code hive_gone}, {@code job}, {@code stats}, {@code problem}, {@code problem_gone}; exactly one of the others is set.
 *
 * @param id of what is gone
 * @param reason why it is gone
 */
public record FleetEvent(
        long revision,
        String type,
        @Nullable WorkerInfo worker,
        @Nullable HiveInfo hive,
        @Nullable JobInfo job,
        @Nullable FleetStats stats,
        @Nullable FleetProblem problem,
        @Nullable String id,
        @Nullable String reason) {}
