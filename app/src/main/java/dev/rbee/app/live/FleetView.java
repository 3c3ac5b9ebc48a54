package dev.rbee.app.live;

import dev.rbee.contract.events.FleetProblem;
import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fleet at one moment, as far as the application knows it. Immutable.
 *
 * @param hives by id
 * @param workers by id
 * @param jobs by id
 * @param stats null until the first ones came
 * @param registry true while hives and workers come from the registry, because the queen is away
 */
public record FleetView(
        Link link,
        Map<String, HiveInfo> hives,
        Map<String, WorkerInfo> workers,
        Map<String, JobInfo> jobs,
        @Nullable FleetStats stats,
        List<FleetProblem> problems,
        boolean registry) {

    /** Nothing known yet. */
    public static FleetView empty(Link link) {
        return new FleetView(link, Map.of(), Map.of(), Map.of(), null, List.of(), false);
    }

    /** The queen's events come in. */
    public boolean connected() {
        return link instanceof Link.Connected;
    }
}
