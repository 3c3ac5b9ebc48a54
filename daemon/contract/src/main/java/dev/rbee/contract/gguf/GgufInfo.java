package dev.rbee.contract.gguf;

import dev.rbee.contract.models.ModelHeader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a model file says; of a split model what all parts say together.
 *
 * @param version of the format, 2 or 3
 * @param architecture {@code llama}, {@code bert} ...
 * @param name for people
 * @param chatTemplate Jinja source
 * @param poolingType llama.cpp's number: 0 none, 1 mean, 2 cls, 3 last, 4 rank
 * @param causal false for encoders
 * @param quantization {@code F16}, {@code Q4_K_M} ...; from the file type, else the most used tensor type
 * @param fileBytes size of the file or of all parts
 * @param about where it comes from
 * @param split of the first part of several; null where it is one file
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
        GgufWeights weights,
        long fileBytes,
        GgufShape shape,
        GgufCache cache,
        GgufTokenizer tokenizer,
        @Nullable GgufSplit split,
        GgufAbout about) {
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

    /** Number of weights. */
    public long parameters() {
        return weights.parameters();
    }

    /** Number of tensors. */
    public int tensors() {
        return weights.tensors();
    }

    /** Every tensor type in it. */
    public Set<GgufType> types() {
        return weights.types();
    }

    /** Size of all weights. */
    public long tensorBytes() {
        return weights.bytes();
    }

    GgufInfo with(GgufCache kept) {
        return new GgufInfo(
                version,
                architecture,
                name,
                chatTemplate,
                poolingType,
                causal,
                fileType,
                quantization,
                weights,
                fileBytes,
                shape,
                kept,
                tokenizer,
                split,
                about);
    }

    /** With a further part's weights. Throws {@link ArithmeticException} beyond 64 bits. */
    public GgufInfo with(GgufWeights more, long moreBytes) {
        GgufWeights all = weights.plus(more);
        return new GgufInfo(
                version,
                architecture,
                name,
                chatTemplate,
                poolingType,
                causal,
                fileType,
                GgufQuantization.of(fileType, all),
                all,
                Math.addExact(fileBytes, moreBytes),
                shape,
                cache,
                tokenizer,
                split,
                about);
    }

    /** What a fit estimate needs of it. */
    public ModelHeader header() {
        return GgufHeaders.of(this);
    }
}
