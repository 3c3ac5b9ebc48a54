package dev.rbee.contract.workers;

import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/workers/spawn}, at the queen (a job) and at a hive. Every field is checked against its own range; none becomes a free flag.
 *
 * @param hive the best one where left out
 * @param ctx tokens per slot
 * @param slots answers at a time
 * @param spawnId the same id spawns once
 * @param options engine and the rest; the best where left out
 * @param identity only from a queen to a linked hive; ignored at the queen
 */
public record SpawnWorker(
        @Nullable String model,
        @Nullable String hive,
        @Nullable String backend,
        @Nullable Device device,
        @Nullable Integer ctx,
        @Nullable Integer slots,
        @Nullable String spawnId,
        @Nullable Integer threads,
        @Nullable WorkerIdentity identity,
        @Nullable WorkerOptions options) {

    /** Of a hive that derives the worker's identity itself. */
    public SpawnWorker(
            @Nullable String model,
            @Nullable String hive,
            @Nullable String backend,
            @Nullable Device device,
            @Nullable Integer ctx,
            @Nullable Integer slots,
            @Nullable String spawnId,
            @Nullable Integer threads) {
        this(model, hive, backend, device, ctx, slots, spawnId, threads, null, null);
    }

    /** With the engine's usual options. */
    public SpawnWorker(
            @Nullable String model,
            @Nullable String hive,
            @Nullable String backend,
            @Nullable Device device,
            @Nullable Integer ctx,
            @Nullable Integer slots,
            @Nullable String spawnId,
            @Nullable Integer threads,
            @Nullable WorkerIdentity identity) {
        this(model, hive, backend, device, ctx, slots, spawnId, threads, identity, null);
    }
}
