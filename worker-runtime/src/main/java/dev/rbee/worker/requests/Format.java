package dev.rbee.worker.requests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rbee.worker.grammar.Gbnf;
import dev.rbee.worker.grammar.SchemaGrammar;
import org.jspecify.annotations.Nullable;

/** {@code response_format}, {@code json_schema} and {@code grammar}, as one grammar that was checked. */
final class Format {
    private Format() {}

    /**
     * The grammar asked for, or null. Throws {@code invalid_schema} and {@code invalid_grammar}: the engine would end the
     * process over the one and silently ignore the other.
     */
    static @Nullable String grammar(Fields fields) {
        String grammar = fields.text("grammar");
        JsonNode schema = schema(fields);
        if (grammar != null && schema != null) {
            throw Fields.wrong("grammar", "and a JSON format were both asked for", "Send only one of them.");
        }
        if (schema != null) {
            return SchemaGrammar.of(schema);
        }
        return grammar == null || grammar.isBlank() ? null : Gbnf.checked(grammar);
    }

    private static @Nullable JsonNode schema(Fields fields) {
        JsonNode format = fields.get("response_format");
        if (format == null) {
            return fields.get("json_schema");
        }
        Fields inside = Fields.of(format);
        String type = inside.text("type");
        return switch (type == null ? "" : type) {
            case "text" -> null;
            case "json_object" -> {
                JsonNode schema = inside.get("schema");
                yield schema == null ? anyObject() : schema;
            }
            case "json_schema" -> {
                JsonNode wrapper = inside.get("json_schema");
                JsonNode schema = wrapper == null ? null : wrapper.get("schema");
                if (schema == null) {
                    throw Fields.wrong(
                            "response_format.json_schema.schema",
                            "is missing",
                            "Send {\"type\":\"json_schema\",\"json_schema\":{\"name\":\"...\",\"schema\":{...}}}.");
                }
                yield schema;
            }
            default ->
                throw Fields.wrong(
                        "response_format.type",
                        "is \"" + type + "\"",
                        "Send \"text\", \"json_object\" or \"json_schema\".");
        };
    }

    private static JsonNode anyObject() {
        return JsonNodeFactory.instance.objectNode().put("type", "object");
    }
}
