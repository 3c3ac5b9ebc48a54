package dev.rbee.app.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an answer is chosen; null and empty leave it to the worker.
 *
 * @param temperature 0 takes the likeliest word, more takes chances
 * @param topP share of the likeliest words that are looked at
 * @param topK number of the likeliest words that are looked at
 * @param minP least likelihood against the best word
 * @param repeatPenalty more than 1 avoids what was said
 * @param maxTokens of the answer
 * @param stop texts that end the answer
 */
public record Sampling(
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer topK,
        @Nullable Double minP,
        @Nullable Double repeatPenalty,
        @Nullable Integer maxTokens,
        @Nullable Long seed,
        @Nullable List<String> stop,
        @Nullable Form form) {
    /** Nothing is asked for. */
    public static final Sampling PLAIN = new Sampling(null, null, null, null, null, null, null, null, null);

    /**
     * What form the answer has to have.
     *
     * @param kind {@code json}, {@code schema} or {@code grammar}
     * @param text the schema or the grammar; empty for {@code json}
     */
    public record Form(String kind, String text) {}
}
