package dev.rbee.service.queen.events;

import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.List;

/** The fleet as it is now, for snapshots. Nothing blocks. */
public interface FleetView {
    /** All hives. */
    List<HiveInfo> hives();

    /** All workers. */
    List<WorkerInfo> workers();

    /** Running and lately ended jobs. */
    List<JobInfo> jobs();

    /** Figures of now. */
    FleetStats stats();
}
