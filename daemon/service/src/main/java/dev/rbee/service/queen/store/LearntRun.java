package dev.rbee.service.queen.store;

import org.jspecify.annotations.Nullable;

/**
 * What workers of one model, run in one way on one device of one hive, took.
 *
 * @param model id of the model there
 * @param sha256 of its file where that is known
 * @param device {@code cpu} or a GPU's id
 * @param ctx tokens per slot
 * @param gpuLayers layers on GPUs
 * @param peakBytes most memory of one that has answered
 * @param loadMs time of the last load
 * @param tokensPerSecond of one answer, smoothed
 * @param bytesPerToken what a token reads of the weights
 */
public record LearntRun(
        String hive,
        String device,
        String engine,
        String model,
        @Nullable String sha256,
        @Nullable String quantization,
        int ctx,
        int slots,
        String kvType,
        int gpuLayers,
        @Nullable Long peakBytes,
        @Nullable Long loadMs,
        @Nullable Double tokensPerSecond,
        @Nullable Double promptTokensPerSecond,
        @Nullable Double bytesPerToken) {}
