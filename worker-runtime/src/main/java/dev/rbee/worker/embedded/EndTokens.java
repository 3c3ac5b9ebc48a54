package dev.rbee.worker.embedded;

import dev.rbee.contract.gguf.GgufTokenizer;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tokens at which the engine ends an answer. Those that the header names are not all: llama.cpp takes tokens of certain texts as well
 * (<code>llama_vocab::impl::load</code>, "maintain a list of tokens that cause end-of-generation"), and its <code>ignore_eos</code> forbids the first one only.
 */
final class EndTokens {
    private static final List<String> TEXTS = List.of(
            "<|eot_id|>",
            "<|im_end|>",
            "<|end|>",
            "<end_of_turn>",
            "<|endoftext|>",
            "<|eom_id|>",
            "<EOT>",
            "_<EOT>",
            "<|end_of_text|>",
            "<\uff5cend\u2581of\u2581sentence\uff5c>",
            "<|fim_pad|>",
            "<fim-pad>",
            "<|fim_repo|>",
            "<|repo_name|>",
            "<fim-repo>",
            "<|file_sep|>");

    private EndTokens() {}

    /**
     * In rising order.
     *
     * @param encode the loaded model's tokenizer: a text that is one token of this model is that token
     */
    static SortedSet<Integer> of(GgufTokenizer tokenizer, Function<String, int[]> encode) {
        SortedSet<Integer> all = new TreeSet<>();
        TEXTS.stream().map(encode).filter(ids -> ids.length == 1).forEach(ids -> all.add(ids[0]));
        add(all, tokenizer.eos());
        add(all, tokenizer.eot());
        return all;
    }

    private static void add(SortedSet<Integer> all, @Nullable Integer token) {
        if (token != null) {
            all.add(token);
        }
    }
}
