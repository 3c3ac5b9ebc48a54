package dev.rbee.worker.requests;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.worker.engine.Sampling;
import org.jspecify.annotations.Nullable;

/** What all ways to ask for text have in common. */
final class Common {
    private Common() {}

    static Sampling sampling(Fields fields) {
        return new Sampling(
                fields.number("temperature", 0, 2),
                fields.number("top_p", 0, 1),
                fields.integer("top_k", 0, 1_000_000),
                fields.number("min_p", 0, 1),
                fields.whole("seed"),
                fields.number("frequency_penalty", -2, 2),
                fields.number("presence_penalty", -2, 2),
                fields.number("repeat_penalty", 0.1, 10));
    }

    static @Nullable Integer maxTokens(Fields fields) {
        Integer newer = fields.integer("max_completion_tokens", 1, Integer.MAX_VALUE);
        Integer older = fields.integer("max_tokens", 1, Integer.MAX_VALUE);
        return newer == null ? older : newer;
    }

    /** Throws {@code model_not_found} where another model than this worker's is asked for. */
    static void demandModel(Fields fields, String model) {
        String asked = fields.text("model");
        if (asked != null && !asked.equalsIgnoreCase(model)) {
            throw ProblemException.of(
                    ProblemCode.MODEL_NOT_FOUND,
                    "The model `" + asked + "` does not exist here; this worker serves `" + model + "`.",
                    "Ask the queen, who knows all workers, or leave \"model\" out.");
        }
    }

    /** Log-probabilities end the process of the embedded engine; several answers at a time it does not make. */
    static void refuseWhatCannotBe(Fields fields) {
        JsonNode logprobs = fields.get("logprobs");
        boolean asked = logprobs != null && (logprobs.isBoolean() ? logprobs.booleanValue() : true);
        fields.refuse("logprobs", asked, "the embedded engine gives no log-probabilities");
        fields.refuse(
                "top_logprobs", isSome(fields.get("top_logprobs")), "the embedded engine gives no log-probabilities");
        fields.refuse("n_probs", isSome(fields.get("n_probs")), "the embedded engine gives no log-probabilities");
        Long n = fields.whole("n");
        fields.refuse("n", n != null && n != 1, "one answer is made per request");
        Long best = fields.whole("best_of");
        fields.refuse("best_of", best != null && best != 1, "one answer is made per request");
        fields.refuse("logit_bias", isFilled(fields.get("logit_bias")), "tokens can't be weighted");
    }

    static boolean isSome(@Nullable JsonNode value) {
        return value != null && !(value.isNumber() && value.doubleValue() == 0);
    }

    static boolean isFilled(@Nullable JsonNode value) {
        return value != null && !(value.isContainerNode() && value.isEmpty());
    }
}
