package dev.rbee.worker.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A generation as the engine takes it: every value is checked already.
 *
 * @param id of the request
 * @param prompt after the template
 * @param maxTokens at most as many, or null: until the context is full
 * @param stop texts that end the answer and are not part of it
 * @param grammar GBNF that was checked, or null
 * @param ignoreEos goes on after the model's end of turn, for tests and measurements
 */
public record GenerationSpec(
        String id,
        String prompt,
        @Nullable Integer maxTokens,
        Sampling sampling,
        List<String> stop,
        @Nullable String grammar,
        boolean ignoreEos) {
    /** A plain one. */
    public static GenerationSpec of(String id, String prompt, @Nullable Integer maxTokens, Sampling sampling) {
        return new GenerationSpec(id, prompt, maxTokens, sampling, List.of(), null, false);
    }
}
