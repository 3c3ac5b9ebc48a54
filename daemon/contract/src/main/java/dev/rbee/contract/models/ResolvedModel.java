package dev.rbee.contract.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reference means: the files to fetch and the name they get.
 *
 * @param ref the reference in its one written form
 * @param name readable name in the store
 * @param files parts in order, then the projector where there is one
 * @param totalBytes of all files, where known
 * @param quantization as the name says
 * @param license as the source says
 * @param gated wants an account's agreement at the hub
 */
public record ResolvedModel(
        String ref,
        String name,
        List<RemoteFile> files,
        @Nullable Long totalBytes,
        @Nullable String quantization,
        @Nullable String license,
        boolean gated) {}
