package dev.rbee.contract.models;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model file on a hive.
 *
 * @param id its name, as requests give it
 * @param file file name; of a split model the first part's
 * @param sizeBytes of all parts
 * @param sha256 once known; of a split model the first part's
 * @param state {@code installed}, {@code invalid}, {@code partial} (a download that is not whole) or {@code offline} (its folder is away)
 * @param context the context it was trained with, tokens
 * @param chat has a chat template or generates
 * @param message why it can't be used
 * @param refs other names under which it may be asked for: the references it was pulled by
 * @param origin {@code bundled}, {@code stored}, {@code imported}, {@code ollama}, {@code lm_studio}, {@code huggingface} or {@code llama_cpp}
 * @param vision reads images: a projector (mmproj) lies beside it
 * @param parts files of a split model; null or 1: one file
 * @param doneBytes of a partial one: what is there
 * @param header what its header says of its size in memory; null where it could not be read
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
        @Nullable String hive,
        @Nullable List<String> refs,
        @Nullable String origin,
        @Nullable Boolean vision,
        @Nullable Integer parts,
        @Nullable Long doneBytes,
        @Nullable ModelHeader header) {
    /** Fills in what is missing. */
    public ModelEntry {
        state = Objects.requireNonNullElse(state, "installed");
    }

    /** A plain file: what came later left out. */
    public ModelEntry(
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
        this(
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
                hive,
                null,
                null,
                null,
                null,
                null,
                null);
    }

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
                hiveId,
                refs,
                origin,
                vision,
                parts,
                doneBytes,
                header);
    }
}
