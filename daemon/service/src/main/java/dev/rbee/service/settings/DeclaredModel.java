package dev.rbee.service.settings;

import dev.rbee.contract.workers.WorkerOptions;
import org.jspecify.annotations.Nullable;

/**
 * How a model is to run, by a {@code [[model]]} table; counts for every worker of it where the request does not say otherwise.
 *
 * @param name as requests give it
 * @param hive only there
 * @param ctx tokens per slot
 * @param slots answers at a time
 * @param keep never unloaded, neither when idle nor for another model
 * @param options engine and the rest
 */
public record DeclaredModel(
        String name,
        @Nullable String hive,
        @Nullable Integer ctx,
        @Nullable Integer slots,
        boolean keep,
        WorkerOptions options) {}
