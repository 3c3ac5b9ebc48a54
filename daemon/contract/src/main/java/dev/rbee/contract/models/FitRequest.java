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
 * @param header of a file that no hive has yet, read by whoever asks; what hives have under that name is left aside then
 * @param sizeBytes of its files
 */
public record FitRequest(
        @Nullable String model,
        @Nullable String hive,
        @Nullable Integer ctx,
        @Nullable Integer slots,
        @Nullable WorkerOptions options,
        @Nullable ModelHeader header,
        @Nullable Long sizeBytes) {
    /** About something that has a name. */
    public FitRequest(
            @Nullable String model,
            @Nullable String hive,
            @Nullable Integer ctx,
            @Nullable Integer slots,
            @Nullable WorkerOptions options) {
        this(model, hive, ctx, slots, options, null, null);
    }
}
