package dev.rbee.service.queen.fit;

import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.ModelHeader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The model that a question is about.
 *
 * @param name id on hives
 * @param header what is known of it
 * @param sizeBytes of its files
 * @param sha256 of its file where known
 */
public record Subject(
        String name,
        ModelHeader header,
        @Nullable Long sizeBytes,
        @Nullable String sha256) {
    /** An installed one. */
    public static Subject of(ModelEntry entry) {
        ModelHeader header = entry.header();
        return new Subject(entry.id(), header == null ? rough(entry) : header, entry.sizeBytes(), entry.sha256());
    }

    private static ModelHeader rough(ModelEntry entry) {
        return bySize(
                entry.architecture() == null ? "llama" : entry.architecture(),
                entry.sizeBytes(),
                entry.context(),
                entry.quantization(),
                entry.embedding());
    }

    /** Where only the size is known: a cache of a tenth of the weights' size for 4096 tokens is what common models have. */
    public static ModelHeader bySize(
            String architecture,
            long bytes,
            @Nullable Integer context,
            @Nullable String quantization,
            boolean encoder) {
        return new ModelHeader(
                architecture,
                bytes,
                0L,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                context,
                null,
                quantization,
                encoder ? 0L : bytes / 10 / 4096 / 2,
                0L,
                0L,
                0L,
                0L,
                encoder,
                Map.of());
    }
}
