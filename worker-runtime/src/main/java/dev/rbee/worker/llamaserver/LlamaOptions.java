package dev.rbee.worker.llamaserver;

import dev.rbee.contract.workers.WorkerEngine;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How to load a model.
 *
 * @param engine as the hive chose it
 * @param model GGUF file; of a split one the first part
 * @param context tokens per slot; 0: what the model was trained with, 4096 at most
 * @param slots answers at a time
 * @param threads to compute with; null: cores - 1, at least 1
 * @param maxWaiting requests that may wait for a slot
 * @param nonce of this worker's start; stands in the child's argv, so that a leftover can be recognised by it
 * @param nanos monotonic clock
 * @param crashed called once when the child ends by itself after it was ready; ends the process
 */
public record LlamaOptions(
        WorkerEngine engine,
        Path model,
        int context,
        int slots,
        @Nullable Integer threads,
        int maxWaiting,
        String nonce,
        LongSupplier nanos,
        Runnable crashed) {}
