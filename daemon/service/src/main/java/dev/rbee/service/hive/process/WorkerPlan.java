package dev.rbee.service.hive.process;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a worker process is to run: the typed allow-list. Nothing else of a request ever reaches a child, and none of this
 * reaches its command line.
 *
 * @param workerId of the worker, kept over restarts
 * @param model name under which it is offered
 * @param file the GGUF file, a real path
 * @param ctx tokens per slot
 * @param slots answers at a time
 * @param threads of the engine; null: the worker's own default
 */
public record WorkerPlan(
        String workerId,
        String model,
        Path file,
        int ctx,
        int slots,
        @Nullable Integer threads) {}
