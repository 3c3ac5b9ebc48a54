package dev.rbee.worker.requests;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/infer}.
 *
 * @param raw the prompt as it is, no chat template
 */
public record InferBody(String prompt, @Nullable String system, boolean raw, TextRequest text) {

    /** Checks a body for the worker of that model. */
    public static InferBody of(JsonNode body, String model) {
        Fields fields = Fields.of(body);
        Common.demandModel(fields, model);
        String prompt = fields.text("prompt");
        if (prompt == null) {
            throw new ProblemException(Problem.missing("prompt"));
        }
        if (prompt.isEmpty()) {
            throw Fields.wrong("prompt", "is empty", "Send at least one character.");
        }
        return new InferBody(
                prompt, fields.text("system"), fields.flag("raw", false), TextRequest.of(fields, true, null));
    }
}
