package dev.rbee.worker.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Objects: members in the order of the schema, optional ones may be missing, others only where the schema says so. Each
 * member gets two rules, one for where it is the first and one for where it is not.
 */
final class SchemaObject {
    private final SchemaWriter writer;

    SchemaObject(SchemaWriter writer) {
        this.writer = writer;
    }

    String expression(JsonNode schema, String at, int depth) {
        JsonNode properties = schema.get("properties");
        JsonNode additional = schema.get("additionalProperties");
        if (properties == null && (additional == null || (additional.isBoolean() && additional.booleanValue()))) {
            demandKnown(required(schema, at), Set.of(), at);
            return "object";
        }
        if (properties != null && !properties.isObject()) {
            throw new GbnfFault("at " + at + "/properties there is no object");
        }
        String other = other(additional, at, depth);
        List<Map.Entry<String, JsonNode>> members =
                properties == null ? List.of() : new ArrayList<>(properties.properties());
        Set<String> required = required(schema, at);
        Set<String> names = new HashSet<>();
        members.forEach(member -> names.add(member.getKey()));
        demandKnown(required, names, at);
        String first = others(other, true);
        String later = others(other, false);
        for (Map.Entry<String, JsonNode> member : members.reversed()) {
            String key = SchemaPrimitives.quoted(Json.write(member.getKey()));
            String value = writer.visit(member.getValue(), at + "/properties/" + member.getKey(), depth + 1);
            String pair = key + " space \":\" space " + value;
            String wayOut = required.contains(member.getKey()) ? "" : " | ";
            String nextFirst = writer.rule(pair + " " + later + (wayOut.isEmpty() ? "" : wayOut + first));
            later = writer.rule("\",\" space " + pair + " " + later + (wayOut.isEmpty() ? "" : wayOut + later));
            first = nextFirst;
        }
        return "\"{\" space " + first + " \"}\" space";
    }

    private @Nullable String other(@Nullable JsonNode additional, String at, int depth) {
        if (additional == null || (additional.isBoolean() && !additional.booleanValue())) {
            return null;
        }
        String value = writer.visit(additional, at + "/additionalProperties", depth + 1);
        return writer.rule("string \":\" space " + value);
    }

    private String others(@Nullable String other, boolean first) {
        if (other == null) {
            return writer.rule("\"\"");
        }
        return writer.rule(first ? "(" + other + " (\",\" space " + other + ")*)?" : "(\",\" space " + other + ")*");
    }

    private static Set<String> required(JsonNode schema, String at) {
        JsonNode required = schema.get("required");
        Set<String> names = new HashSet<>();
        if (required != null) {
            if (!required.isArray()) {
                throw new GbnfFault("at " + at + "/required there is no list");
            }
            required.forEach(name -> names.add(name.asText()));
        }
        return names;
    }

    private static void demandKnown(Set<String> required, Set<String> known, String at) {
        for (String name : required) {
            if (!known.contains(name)) {
                throw new GbnfFault("at " + at + "/required \"" + name + "\" is none of the properties");
            }
        }
    }
}
