package dev.rbee.contract.workers;

import org.jspecify.annotations.Nullable;

/**
 * How a worker runs its model: the typed allow-list of engine options. What is null is chosen by the hive. Nothing else ever reaches an engine.
 *
 * @param engine {@code auto}, {@code embedded} or {@code llama-server}
 * @param gpuLayers layers on GPUs, 0 to 999; as many as fit where left out
 * @param kvType type of the key-value cache: {@code f16}, {@code q8_0} or {@code q4_0}
 * @param flashAttention on or off; the engine's own choice where left out
 * @param draft name of an installed smaller model for speculative decoding
 * @param vision whether to load the projector (mmproj) that lies beside the model; yes where left out
 * @param idleS unload after so many seconds without a request; 0 never; the setting where left out
 * @param memoryBytes what it is known to need from earlier runs, preferred to the estimate; the queen's to say
 */
public record WorkerOptions(
        @Nullable String engine,
        @Nullable Integer gpuLayers,
        @Nullable String kvType,
        @Nullable Boolean flashAttention,
        @Nullable String draft,
        @Nullable Boolean vision,
        @Nullable Integer idleS,
        @Nullable Long memoryBytes) {
    /** Nothing said. */
    public static final WorkerOptions NONE = new WorkerOptions(null, null, null, null, null, null, null, null);

    /** The same, known to need that much memory, bytes. */
    public WorkerOptions needing(long bytes) {
        return new WorkerOptions(engine, gpuLayers, kvType, flashAttention, draft, vision, idleS, bytes);
    }
}
