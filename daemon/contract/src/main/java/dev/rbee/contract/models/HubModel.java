package dev.rbee.contract.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One hit of a search at the hub, {@code GET /v1/models/search?q=&limit=&sort=}; with {@code GET /v1/models/search/{owner}/{repo}} also its files.
 *
 * @param repo {@code owner/name}
 * @param updatedAt RFC 3339
 * @param gated wants an account's agreement
 * @param files model files by quantization, smallest first; null in a list of hits
 */
public record HubModel(
        String repo,
        @Nullable Long downloads,
        @Nullable Long likes,
        @Nullable String updatedAt,
        boolean gated,
        @Nullable String license,
        @Nullable List<String> tags,
        @Nullable List<HubFile> files) {
    /**
     * A model in one quantization.
     *
     * @param ref what to pull
     * @param sizeBytes of all parts
     * @param parts number of files
     */
    public record HubFile(
            String ref,
            String file,
            @Nullable String quantization,
            @Nullable Long sizeBytes,
            @Nullable String sha256,
            int parts) {}
}
