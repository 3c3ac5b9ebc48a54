package dev.rbee.worker.embedded;

import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How to load a model.
 *
 * @param model GGUF file
 * @param context tokens per slot; 0: what the model was trained with, 4096 at most
 * @param slots answers at a time
 * @param threads to compute with; null: cores - 1, at least 1
 * @param maxWaiting requests that may wait for a slot
 * @param directory ours: the unpacked library, verdicts over templates
 * @param nanos monotonic clock
 * @param cpu the machine's abilities
 */
public record EngineOptions(
        Path model,
        int context,
        int slots,
        @Nullable Integer threads,
        int maxWaiting,
        Path directory,
        LongSupplier nanos,
        CpuCheck cpu) {}
