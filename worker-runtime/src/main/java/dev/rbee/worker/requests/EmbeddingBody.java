package dev.rbee.worker.requests;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * Body of OpenAI's {@code POST /v1/embeddings}.
 *
 * @param base64 vectors as base64 of little-endian floats; OpenAI's JavaScript client asks for that
 */
public record EmbeddingBody(List<String> inputs, boolean base64) {
    private static final int MOST = 2048;

    /** Checks a body for the worker of that model, whose vectors have so many dimensions. */
    public static EmbeddingBody of(JsonNode body, String model, int dimensions) {
        Fields fields = Fields.of(body);
        Common.demandModel(fields, model);
        Integer asked = fields.integer("dimensions", 1, Integer.MAX_VALUE);
        fields.refuse("dimensions", asked != null && asked != dimensions, "this model's vectors have " + dimensions);
        String format = fields.text("encoding_format");
        boolean base64 = "base64".equals(format);
        if (format != null && !base64 && !format.equals("float")) {
            throw Fields.wrong("encoding_format", "is \"" + format + "\"", "Send \"float\" or \"base64\".");
        }
        return new EmbeddingBody(inputs(fields), base64);
    }

    private static List<String> inputs(Fields fields) {
        JsonNode input = fields.get("input");
        if (input == null) {
            throw new ProblemException(Problem.missing("input"));
        }
        if (input.isArray() && input.size() > MOST) {
            throw Fields.wrong("input", "has " + input.size() + " texts", "Send at most " + MOST + ".");
        }
        List<String> inputs = new ArrayList<>();
        for (JsonNode each : input.isArray() ? input : List.of(input)) {
            if (each.isNumber() || each.isArray()) {
                throw Fields.unsupported("input", "tokens are not taken, only texts");
            }
            if (!each.isTextual() || each.textValue().isEmpty()) {
                throw Fields.wrong("input", "is not a text or a list of texts that are not empty", "Send text.");
            }
            inputs.add(each.textValue());
        }
        if (inputs.isEmpty()) {
            throw Fields.wrong("input", "is an empty list", "Send at least one text.");
        }
        return inputs;
    }
}
