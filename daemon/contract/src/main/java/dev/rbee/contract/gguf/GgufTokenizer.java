package dev.rbee.contract.gguf;

import org.jspecify.annotations.Nullable;

/**
 * What the header says of the tokenizer.
 *
 * @param model {@code gpt2} (byte pairs), {@code llama} (SentencePiece), {@code bert} (word pieces), {@code t5} ...
 * @param pre how text is split before
 * @param vocabulary number of tokens
 * @param addBos whether a text begins with the token {@code bos}; null: not said
 * @param addEos whether a text ends with the token {@code eos}; null: not said
 */
public record GgufTokenizer(
        @Nullable String model,
        @Nullable String pre,
        int vocabulary,
        @Nullable Boolean addBos,
        @Nullable Boolean addEos,
        @Nullable Integer bos,
        @Nullable Integer eos,
        @Nullable Integer eot) {}
