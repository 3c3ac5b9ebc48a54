package dev.rbee.contract.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One model of the curated catalogue, {@code GET /v1/models/library}.
 *
 * @param name as in {@code qwen3} of {@code qwen3:8b}
 * @param by who made it
 * @param goodAt {@code chat}, {@code code}, {@code reasoning}, {@code tools}, {@code vision}, {@code embedding}, {@code multilingual}, {@code small}
 * @param context tokens it was trained with
 * @param license SPDX id or the licence's own name
 */
public record LibraryModel(
        String name,
        String title,
        String by,
        String description,
        List<String> goodAt,
        int context,
        String license,
        @Nullable Integer year,
        List<Variant> variants) {
    /**
     * One size of it.
     *
     * @param tag as in {@code 8b} of {@code qwen3:8b}; the first variant is the default
     * @param repo at the hub, {@code owner/name}
     * @param quantization what is fetched by default
     * @param parameters number of weights
     * @param activeParameters of a mixture of experts, per token
     * @param sizeBytes of the default file, approximate; the hub says the exact one
     * @param engines which can run it: {@code embedded}, {@code llama-server}
     */
    public record Variant(
            String tag,
            String repo,
            String quantization,
            long parameters,
            @Nullable Long activeParameters,
            long sizeBytes,
            List<String> engines) {}
}
