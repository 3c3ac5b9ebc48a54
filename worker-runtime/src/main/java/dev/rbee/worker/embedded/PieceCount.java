package dev.rbee.worker.embedded;

import java.util.function.ToIntFunction;

/**
 * Counts the tokens of an answer by the pieces the library sends: one each, an empty one for the end of turn. Only where
 * a character is made of several tokens do these come as one piece; then the tokenizer says how many. One thread.
 */
final class PieceCount {
    private static final String ANCHOR = "x";

    private final ToIntFunction<String> tokenizer;
    private int count;
    private boolean lastEmpty;

    /** With a function that counts the tokens of a text. */
    PieceCount(ToIntFunction<String> tokenizer) {
        this.tokenizer = tokenizer;
    }

    void add(String piece) {
        lastEmpty = piece.isEmpty();
        count += piece.chars().allMatch(c -> c < 0x80) ? 1 : tokens(piece);
    }

    int count() {
        return count;
    }

    /** Whether the last one was without text, as the end of turn is. */
    boolean lastEmpty() {
        return lastEmpty;
    }

    /** Behind an anchor, because some tokenizers put a space before a text. */
    private int tokens(String piece) {
        return Math.max(1, tokenizer.applyAsInt(ANCHOR + piece) - tokenizer.applyAsInt(ANCHOR));
    }
}
