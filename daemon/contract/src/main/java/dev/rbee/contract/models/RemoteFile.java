package dev.rbee.contract.models;

import org.jspecify.annotations.Nullable;

/**
 * One file to be fetched.
 *
 * @param name plain file name
 * @param role {@code model} (also the parts of a split one, in order) or {@code mmproj}
 * @param url where it comes from outside; null where only the fleet has it
 * @param sizeBytes where known
 * @param sha256 where known; else it is known after the first fetch
 */
public record RemoteFile(
        String name,
        String role,
        @Nullable String url,
        @Nullable Long sizeBytes,
        @Nullable String sha256) {}
