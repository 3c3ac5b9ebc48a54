package dev.rbee.contract.gguf;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a model file says.
 *
 * @param version of the format, 2 or 3
 * @param architecture {@code llama}, {@code bert} ...
 * @param name for people
 * @param chatTemplate Jinja source
 * @param poolingType llama.cpp's number: 0 none, 1 mean, 2 cls, 3 last, 4 rank
 * @param causal false for encoders
 * @param quantization {@code F16}, {@code Q4_K_M} ...; from the file type, else the most used tensor type
 * @param parameters number of weights
 * @param tensors number of tensors
 * @param types every tensor type in it
 * @param tensorBytes size of all weights
 * @param fileBytes size of the file
 */
public record GgufInfo(
        int version,
        String architecture,
        @Nullable String name,
        @Nullable String chatTemplate,
        @Nullable Integer poolingType,
        @Nullable Boolean causal,
        @Nullable Integer fileType,
        String quantization,
        long parameters,
        int tensors,
        Set<GgufType> types,
        long tensorBytes,
        long fileBytes,
        GgufShape shape,
        GgufTokenizer tokenizer) {
    private static final Set<String> ENCODERS = Set.of(
            "bert",
            "nomic-bert",
            "nomic-bert-moe",
            "jina-bert-v2",
            "jina-bert-v3",
            "neo-bert",
            "modern-bert",
            "t5encoder",
            "gemma-embedding");

    /** Whether it makes embeddings only: an encoder, or made for pooling. */
    public boolean embeddingOnly() {
        return ENCODERS.contains(architecture)
                || Boolean.FALSE.equals(causal)
                || (poolingType != null && poolingType > 0);
    }

    /** Whether it generates text. */
    public boolean generates() {
        return !embeddingOnly();
    }
}
