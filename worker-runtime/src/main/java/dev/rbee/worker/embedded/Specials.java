package dev.rbee.worker.embedded;

import dev.rbee.contract.gguf.GgufTokenizer;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that mark the beginning and the end of a text: by the same rules as llama.cpp, so that what is counted is
 * what is computed.
 *
 * @param bos put first, or null
 * @param eos put last, or null
 */
record Specials(@Nullable Integer bos, @Nullable Integer eos) {
    private static final Set<String> BOS_BY_PRE =
            Set.of("llama3", "llama-v3", "llama-bpe", "falcon3", "chameleon", "tekken");

    static Specials of(GgufTokenizer tokenizer) {
        String model = Objects.requireNonNullElse(tokenizer.model(), "");
        boolean bos = switch (model) {
            case "llama", "bert" -> true;
            case "gpt2" -> tokenizer.pre() != null && BOS_BY_PRE.contains(tokenizer.pre());
            default -> false;
        };
        boolean eos = model.equals("t5");
        boolean addBos = Objects.requireNonNullElse(tokenizer.addBos(), bos);
        boolean addEos = Objects.requireNonNullElse(tokenizer.addEos(), eos);
        int first = Objects.requireNonNullElse(tokenizer.bos(), model.equals("gpt2") ? 11 : 1);
        int last = Objects.requireNonNullElse(tokenizer.eos(), model.equals("gpt2") ? 11 : 2);
        // Word pieces always stand between their two marks.
        boolean pieces = model.equals("bert");
        return new Specials(addBos || pieces ? first : null, addEos || pieces ? last : null);
    }

    /** How many there are around a text. */
    int count() {
        return (bos == null ? 0 : 1) + (eos == null ? 0 : 1);
    }

    /** The text's tokens with these around them. */
    int[] around(int[] tokens) {
        int[] all = new int[tokens.length + count()];
        System.arraycopy(tokens, 0, all, bos == null ? 0 : 1, tokens.length);
        if (bos != null) {
            all[0] = bos;
        }
        if (eos != null) {
            all[all.length - 1] = eos;
        }
        return all;
    }
}
