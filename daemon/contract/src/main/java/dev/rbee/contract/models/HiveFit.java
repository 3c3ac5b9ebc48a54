package dev.rbee.contract.models;

import org.jspecify.annotations.Nullable;

/**
 * How a model would run on one hive.
 *
 * @param verdict {@code fits}, {@code partial} (some layers on the CPU), {@code full} (fits, but not beside what runs now), {@code too_large},
 *     {@code unsupported} (no engine there knows it) or {@code offline}
 * @param engine {@code embedded} or {@code llama-server}
 * @param device where most of it would be: {@code GPU-0} or {@code cpu}
 * @param hasFile whether the file is there already
 * @param totalBytes memory it takes: weights, cache and the rest
 * @param freeBytes what is free there for it
 * @param layers of the model
 * @param gpuLayers of them on GPUs
 * @param maxCtx largest context per slot that fits, tokens; null where none does
 * @param tokensPerSecond expected of one answer; null where there is nothing to say it from
 * @param loadMs expected time to load
 * @param learnt whether memory (and speed) were measured in earlier runs rather than computed
 * @param words all that in one sentence
 */
public record HiveFit(
        String hive,
        String verdict,
        @Nullable String engine,
        @Nullable String device,
        boolean hasFile,
        @Nullable Long weightsBytes,
        @Nullable Long kvBytes,
        @Nullable Long computeBytes,
        @Nullable Long totalBytes,
        @Nullable Long freeBytes,
        @Nullable Integer layers,
        @Nullable Integer gpuLayers,
        @Nullable Integer maxCtx,
        @Nullable Double tokensPerSecond,
        @Nullable Long loadMs,
        boolean learnt,
        String words) {}
