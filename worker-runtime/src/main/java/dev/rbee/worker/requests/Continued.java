package dev.rbee.worker.requests;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of an answer that another worker gave before it was lost, field {@code continue_from}: what is made goes on behind it and does
 * not repeat it.
 *
 * @param tokens of {@code text}, as the caller counted
 */
public record Continued(String text, int tokens) {
    static @Nullable Continued of(Fields fields) {
        JsonNode node = fields.get("continue_from");
        if (node == null) {
            return null;
        }
        Fields inside = Fields.of(node);
        String text = inside.text("text");
        Integer tokens = inside.integer("tokens", 1, Integer.MAX_VALUE);
        if (text == null || text.isEmpty() || tokens == null) {
            throw new ProblemException(Problem.missing("continue_from." + (tokens == null ? "tokens" : "text")));
        }
        return new Continued(text, tokens);
    }

    /** What is left of a limit; one at least, because the count is another one's. */
    public static @Nullable Integer left(@Nullable Integer maxTokens, @Nullable Continued beginning) {
        if (maxTokens == null || beginning == null) {
            return maxTokens;
        }
        return Math.max(1, maxTokens - beginning.tokens());
    }
}
