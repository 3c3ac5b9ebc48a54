package dev.rbee.contract.models;

import dev.rbee.contract.workers.WorkerOptions;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/models/fit}.
 *
 * @param model installed name or a reference
 * @param hive only this one; all where left out
 * @param ctx tokens per slot; what a worker gets by default where left out
 * @param slots answers at a time; likewise
 * @param options engine and the rest; the best where left out
 */
public record FitRequest(
        @Nullable String model,
        @Nullable String hive,
        @Nullable Integer ctx,
        @Nullable Integer slots,
        @Nullable WorkerOptions options) {}
