package dev.rbee.contract.models;

import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/models/pull}: a job that ends with the {@link ModelEntry}.
 *
 * @param model a reference: a catalogue name, {@code hf:owner/repo[:quant|/file.gguf]}, {@code https://...gguf}
 * @param hive where to; the best one where left out
 * @param name readable name in the store; made of the file's where left out
 */
public record PullModel(
        @Nullable String model,
        @Nullable String hive,
        @Nullable String name) {}
