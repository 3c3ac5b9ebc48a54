package dev.rbee.contract.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code POST /v1/models/fit}.
 *
 * @param ref as it was asked
 * @param sizeBytes of the files
 * @param ctx tokens per slot that were asked or chosen
 * @param hives best first
 */
public record FitAnswer(
        String model,
        String ref,
        @Nullable Long sizeBytes,
        @Nullable String architecture,
        @Nullable String quantization,
        @Nullable Integer trainedContext,
        int ctx,
        int slots,
        List<HiveFit> hives) {}
