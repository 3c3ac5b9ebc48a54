package dev.rbee.contract.workers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A worker as {@code GET /v1/workers/list} shows it.
 *
 * @param workerId the same
 * @param slotsAvailable that new requests can have; none while it is loading, draining or silent
 * @param slotsBusy in which an answer is being made, in every state; null: see {@link #busy}
 * @param since of this state
 * @param run how it runs its model, where it says so
 */
public record WorkerInfo(
        String id,
        String workerId,
        String url,
        String modelRef,
        String backend,
        @Nullable Device device,
        WorkerState state,
        int slotsTotal,
        int slotsAvailable,
        @Nullable Integer slotsBusy,
        @Nullable Long vramBytes,
        String nodeName,
        long epoch,
        @Nullable Long pid,
        Instant lastSeen,
        boolean online,
        @Nullable Double tokensPerSecond,
        @Nullable String version,
        @Nullable String implementation,
        @Nullable Integer context,
        @Nullable Long memoryBytes,
        Instant since,
        boolean embedding,
        boolean chat,
        @Nullable WorkerRun run) {
    /** Slots in which an answer is being made; of a queen that does not say so, those of a serving worker that are not free. */
    public int busy() {
        boolean serves = state == WorkerState.IDLE || state == WorkerState.BUSY;
        return slotsBusy != null ? slotsBusy : serves ? slotsTotal - slotsAvailable : 0;
    }

    /** Of a worker that says nothing of how it runs. */
    public WorkerInfo(
            String id,
            String workerId,
            String url,
            String modelRef,
            String backend,
            @Nullable Device device,
            WorkerState state,
            int slotsTotal,
            int slotsAvailable,
            @Nullable Integer slotsBusy,
            @Nullable Long vramBytes,
            String nodeName,
            long epoch,
            @Nullable Long pid,
            Instant lastSeen,
            boolean online,
            @Nullable Double tokensPerSecond,
            @Nullable String version,
            @Nullable String implementation,
            @Nullable Integer context,
            @Nullable Long memoryBytes,
            Instant since,
            boolean embedding,
            boolean chat) {
        this(
                id,
                workerId,
                url,
                modelRef,
                backend,
                device,
                state,
                slotsTotal,
                slotsAvailable,
                slotsBusy,
                vramBytes,
                nodeName,
                epoch,
                pid,
                lastSeen,
                online,
                tokensPerSecond,
                version,
                implementation,
                context,
                memoryBytes,
                since,
                embedding,
                chat,
                null);
    }
}
