package dev.rbee.service.queen.spawn;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.workers.WorkerIdentity;
import dev.rbee.contract.workers.WorkerPlacement;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.queen.memory.Line;
import dev.rbee.service.queen.memory.MemoryRules;
import dev.rbee.service.queen.memory.Reservations;
import dev.rbee.service.queen.memory.Rooms;
import dev.rbee.service.queen.memory.Unloading;
import dev.rbee.service.queen.workers.WorkerLists;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What {@link Spawns} need of the rest of the queen.
 *
 * @param hives must not block
 * @param identities a new one for a worker on a linked hive, which cannot make it itself; empty for other hives
 * @param arrivals has to be told of the registry's changes
 * @param rules of unloading for workers that requests wait for
 * @param idleS workers that requests have started are unloaded after so many idle seconds, where nothing else is said
 * @param wanted whether anybody waits for that model now
 * @param placements is told of each worker that was started, and why there; must not block
 * @param nanos monotonic
 */
public record SpawnParts(
        Supplier<List<HiveInfo>> hives,
        HiveCalls calls,
        Function<HiveInfo, Optional<WorkerIdentity>> identities,
        JobStore jobs,
        WorkerLists workers,
        Arrivals arrivals,
        Declared declared,
        Needs needs,
        Rooms rooms,
        Reservations reservations,
        Line line,
        Unloading unloading,
        Provider provider,
        MemoryRules rules,
        int idleS,
        Predicate<String> wanted,
        Consumer<WorkerPlacement> placements,
        InstantSource clock,
        LongSupplier nanos) {}
