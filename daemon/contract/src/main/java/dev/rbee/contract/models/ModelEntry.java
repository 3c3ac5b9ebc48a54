package dev.rbee.contract.models;

import org.jspecify.annotations.Nullable;

/**
 * A model file on a hive.
 *
 * @param id its name, as requests give it
 * @param file file name
 * @param sha256 once known
 * @param state {@code installed} or {@code invalid}
 * @param context the context it was trained with, tokens
 * @param chat has a chat template or generates
 * @param message why it can't be used
 */
public record ModelEntry(
        String id,
        @Nullable String file,
        @Nullable String path,
        long sizeBytes,
        @Nullable String sha256,
        String state,
        @Nullable String architecture,
        @Nullable String quantization,
        @Nullable Integer context,
        @Nullable Long parameters,
        boolean embedding,
        boolean chat,
        @Nullable String message,
        @Nullable String hive) {
    /** The same file, said to be on that hive. */
    public ModelEntry on(String hiveId) {
        return new ModelEntry(
                id,
                file,
                path,
                sizeBytes,
                sha256,
                state,
                architecture,
                quantization,
                context,
                parameters,
                embedding,
                chat,
                message,
                hiveId);
    }
}
