package dev.rbee.contract.workers;

import org.jspecify.annotations.Nullable;

/**
 * How a worker runs its model and what that took; part of its registration and of its heartbeats, and what fit estimates learn from.
 *
 * @param engine {@code embedded}, {@code llama-server} or {@code attached}
 * @param sha256 of the model file where its hive knew it
 * @param quantization as the header says
 * @param kvType type of the key-value cache
 * @param gpuLayers layers on GPUs
 * @param vision reads images
 * @param tools calls tools
 * @param idleS unload after so many idle seconds; 0 never; null: the queen's setting
 * @param loadMs time the load took
 * @param peakBytes most memory it has had, the engine's process included
 * @param promptTokensPerSecond of the last prompts
 */
public record WorkerRun(
        @Nullable String engine,
        @Nullable String sha256,
        @Nullable String quantization,
        @Nullable String kvType,
        @Nullable Integer gpuLayers,
        @Nullable Boolean vision,
        @Nullable Boolean tools,
        @Nullable Integer idleS,
        @Nullable Long loadMs,
        @Nullable Long peakBytes,
        @Nullable Double promptTokensPerSecond) {}
