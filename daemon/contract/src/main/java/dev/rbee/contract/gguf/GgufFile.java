package dev.rbee.contract.gguf;

import org.jspecify.annotations.Nullable;

/**
 * What one GGUF file is, whatever it is.
 *
 * @param info of a model or its first part; null for the rest
 * @param split where it is a part
 * @param fileBytes size of the file
 * @param why it is of no use, where it is {@link GgufKind#OTHER}
 */
public record GgufFile(
        GgufKind kind,
        @Nullable GgufInfo info,
        @Nullable GgufSplit split,
        GgufWeights weights,
        long fileBytes,
        @Nullable String why) {}
