package dev.rbee.worker.requests;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;

/** Body of OpenAI's {@code POST /v1/completions}. */
public record CompletionBody(String prompt, TextRequest text) {
    /** OpenAI's own default. */
    private static final int MAX_TOKENS = 16;

    /** Checks a body for the worker of that model. */
    public static CompletionBody of(JsonNode body, String model) {
        Fields fields = Fields.of(body);
        Common.demandModel(fields, model);
        fields.refuse("echo", fields.flag("echo", false), "the prompt is not repeated");
        String suffix = fields.text("suffix");
        fields.refuse("suffix", suffix != null && !suffix.isEmpty(), "text is made at the end only");
        return new CompletionBody(prompt(fields), TextRequest.of(fields, false, MAX_TOKENS));
    }

    private static String prompt(Fields fields) {
        JsonNode prompt = fields.get("prompt");
        if (prompt == null) {
            throw new ProblemException(Problem.missing("prompt"));
        }
        if (prompt.isArray() && prompt.size() == 1) {
            prompt = prompt.get(0);
        }
        if (prompt.isArray()) {
            throw Fields.unsupported("prompt", "one prompt is taken per request, and as text");
        }
        if (!prompt.isTextual()) {
            throw Fields.wrong("prompt", "is not text", "Send text.");
        }
        if (prompt.textValue().isEmpty()) {
            throw Fields.wrong("prompt", "is empty", "Send at least one character.");
        }
        return prompt.textValue();
    }
}
