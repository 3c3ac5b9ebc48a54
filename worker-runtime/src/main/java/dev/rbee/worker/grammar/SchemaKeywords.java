package dev.rbee.worker.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Set;

/** Words of JSON schema: those that are enforced, those that only describe, and all others, which are refused. */
final class SchemaKeywords {
    private static final Set<String> KNOWN = Set.of(
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "prefixItems",
            "minItems",
            "maxItems",
            "enum",
            "const",
            "anyOf",
            "oneOf",
            "allOf",
            "$ref",
            "$defs",
            "definitions",
            "minLength",
            "maxLength",
            "format",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            // They only describe.
            "title",
            "description",
            "default",
            "examples",
            "example",
            "$schema",
            "$id",
            "$comment",
            "deprecated",
            "readOnly",
            "writeOnly");

    private SchemaKeywords() {}

    static void check(JsonNode schema, String at) {
        for (Iterator<String> words = schema.fieldNames(); words.hasNext(); ) {
            String word = words.next();
            boolean harmless = (word.equals("uniqueItems") || word.equals("nullable"))
                    && schema.get(word).isBoolean()
                    && !schema.get(word).booleanValue();
            if (!KNOWN.contains(word) && !harmless) {
                throw new GbnfFault("at " + at + " \"" + word + "\" can't be enforced");
            }
        }
    }
}
