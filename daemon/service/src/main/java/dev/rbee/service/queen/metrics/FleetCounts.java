package dev.rbee.service.queen.metrics;

import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Where the figures come from; nothing of it blocks.
 *
 * @param requests since the start
 * @param failed of them
 * @param tokens relayed since the start
 * @param workerBeats heartbeats of workers since the start
 * @param hiveBeats heartbeats of hives since the start
 * @param logDropped entries of the request log that were not written
 */
public record FleetCounts(
        Supplier<List<WorkerInfo>> workers,
        Supplier<List<HiveInfo>> hives,
        Supplier<FleetStats> stats,
        LongSupplier requests,
        LongSupplier failed,
        LongSupplier tokens,
        LongSupplier workerBeats,
        LongSupplier hiveBeats,
        LongSupplier logDropped) {}
