package dev.rbee.contract.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that people may want to know of a model file, read from its header when it is asked for.
 *
 * @param id its name on that hive
 * @param name for people, as its makers wrote it
 * @param organization who made it
 * @param licence short name of its licence
 * @param licenceLink where the licence's text is
 * @param size {@code 8B}, as its makers say
 * @param source where it was published
 * @param format version of GGUF
 * @param tensors number of tensors
 * @param tokenizer {@code gpt2} (byte pairs), {@code llama} (SentencePiece) ...
 * @param split how the tokenizer cuts text first
 * @param bos whether a text begins with a token of its own; null: not said
 * @param eos whether a text ends with one; null: not said
 * @param chatTemplate Jinja source; null where there is none
 * @param types of the tensors, the largest first
 * @param header the shape
 */
public record ModelAbout(
        String id,
        @Nullable String hive,
        @Nullable String name,
        @Nullable String organization,
        @Nullable String author,
        @Nullable String description,
        @Nullable String licence,
        @Nullable String licenceLink,
        @Nullable String size,
        @Nullable String source,
        @Nullable Integer format,
        @Nullable Integer tensors,
        @Nullable String tokenizer,
        @Nullable String split,
        @Nullable Boolean bos,
        @Nullable Boolean eos,
        @Nullable String chatTemplate,
        @Nullable List<Type> types,
        @Nullable ModelHeader header) {

    /**
     * Weights of one type.
     *
     * @param type {@code Q4_K}, {@code F32} ...
     * @param weights how many
     * @param bytes what they take
     */
    public record Type(String type, long weights, long bytes) {}
}
