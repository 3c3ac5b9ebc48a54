package dev.rbee.contract.workers;

import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/workers/ready} and {@code /v1/workers/register}.
 *
 * @param url base URL of the worker
 * @param backend {@code cpu}, {@code cuda}, {@code metal} ...
 * @param nodeName the hive it runs on
 * @param slotsTotal 1 where left out
 * @param epoch the epoch it had; left out the first time
 * @param state idle where left out
 * @param context tokens per slot
 * @param embedding serves embeddings
 * @param memoryBytes resident memory
 * @param chat generates text
 * @param run how it runs its model
 */
public record RegisterWorker(
        @Nullable String workerId,
        @Nullable String url,
        @Nullable String modelRef,
        @Nullable String backend,
        @Nullable Device device,
        @Nullable String nodeName,
        @Nullable Integer slotsTotal,
        @Nullable Long vramBytes,
        @Nullable Long epoch,
        @Nullable WorkerState state,
        @Nullable Long pid,
        @Nullable String implementation,
        @Nullable String version,
        @Nullable Integer context,
        @Nullable Boolean embedding,
        @Nullable Long memoryBytes,
        @Nullable Boolean chat,
        @Nullable WorkerRun run) {
    /** Of a worker that says nothing of how it runs. */
    public RegisterWorker(
            @Nullable String workerId,
            @Nullable String url,
            @Nullable String modelRef,
            @Nullable String backend,
            @Nullable Device device,
            @Nullable String nodeName,
            @Nullable Integer slotsTotal,
            @Nullable Long vramBytes,
            @Nullable Long epoch,
            @Nullable WorkerState state,
            @Nullable Long pid,
            @Nullable String implementation,
            @Nullable String version,
            @Nullable Integer context,
            @Nullable Boolean embedding,
            @Nullable Long memoryBytes,
            @Nullable Boolean chat) {
        this(
                workerId,
                url,
                modelRef,
                backend,
                device,
                nodeName,
                slotsTotal,
                vramBytes,
                epoch,
                state,
                pid,
                implementation,
                version,
                context,
                embedding,
                memoryBytes,
                chat,
                null);
    }
}
