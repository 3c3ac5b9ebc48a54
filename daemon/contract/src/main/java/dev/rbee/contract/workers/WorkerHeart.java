package dev.rbee.contract.workers;

import org.jspecify.annotations.Nullable;

/**
 * What a worker says of itself (seed 001, then rbee's own, all optional). Without an epoch it is the seed's plain form and creates the worker if need be.
 *
 * @param seq rises with every beat of an epoch
 * @param memoryBytes resident memory
 * @param tokensPerSecond of the last answers, per slot
 * @param run how it runs its model
 */
public record WorkerHeart(
        @Nullable String id,
        @Nullable String modelId,
        @Nullable Device device,
        @Nullable Integer port,
        @Nullable WorkerStatus status,
        @Nullable String implementation,
        @Nullable String version,
        @Nullable Long epoch,
        @Nullable Long seq,
        @Nullable String nodeName,
        @Nullable String url,
        @Nullable String backend,
        @Nullable Integer slotsTotal,
        @Nullable Integer slotsBusy,
        @Nullable Long vramBytes,
        @Nullable Long memoryBytes,
        @Nullable Double tokensPerSecond,
        @Nullable Integer context,
        @Nullable Long pid,
        @Nullable Boolean embedding,
        @Nullable Boolean chat,
        @Nullable WorkerRun run) {
    /** Of a worker that says nothing of how it runs. */
    public WorkerHeart(
            @Nullable String id,
            @Nullable String modelId,
            @Nullable Device device,
            @Nullable Integer port,
            @Nullable WorkerStatus status,
            @Nullable String implementation,
            @Nullable String version,
            @Nullable Long epoch,
            @Nullable Long seq,
            @Nullable String nodeName,
            @Nullable String url,
            @Nullable String backend,
            @Nullable Integer slotsTotal,
            @Nullable Integer slotsBusy,
            @Nullable Long vramBytes,
            @Nullable Long memoryBytes,
            @Nullable Double tokensPerSecond,
            @Nullable Integer context,
            @Nullable Long pid,
            @Nullable Boolean embedding,
            @Nullable Boolean chat) {
        this(
                id,
                modelId,
                device,
                port,
                status,
                implementation,
                version,
                epoch,
                seq,
                nodeName,
                url,
                backend,
                slotsTotal,
                slotsBusy,
                vramBytes,
                memoryBytes,
                tokensPerSecond,
                context,
                pid,
                embedding,
                chat,
                null);
    }
}
