package dev.rbee.worker.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the rules of one schema. One thread, once. */
final class SchemaWriter {
    private static final int MAX_DEPTH = 40;
    private static final int MAX_NODES = 3_000;

    private final JsonNode root;
    private final Map<String, String> rules;
    private final Map<String, String> references = new HashMap<>();
    private final SchemaObject objects = new SchemaObject(this);
    private int nodes;

    SchemaWriter(JsonNode root) {
        this(root, new LinkedHashMap<>());
    }

    /** Adds to rules that are there already. */
    SchemaWriter(JsonNode root, Map<String, String> rules) {
        this.root = root;
        this.rules = rules;
    }

    String grammar() {
        rules.put("root", "");
        rules.put("root", expression(root, "#", 0));
        return written(rules);
    }

    /** A rule for the whole schema, beside the others; its name. */
    String ruleOfRoot() {
        return visit(root, "#", 0);
    }

    /** Those rules with the ones that they all use. */
    static String written(Map<String, String> rules) {
        SchemaPrimitives.RULES.forEach(rules::putIfAbsent);
        return rules.entrySet().stream()
                .map(rule -> rule.getKey() + " ::= " + rule.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Adds a rule and returns its name. */
    String rule(String expression) {
        String name = "r" + rules.size();
        rules.put(name, expression);
        return name;
    }

    /** A rule for a schema; its name. */
    String visit(JsonNode schema, String at, int depth) {
        String expression = expression(schema, at, depth);
        return expression.matches("[a-z0-9-]+") ? expression : rule(expression);
    }

    private String expression(JsonNode schema, String at, int depth) {
        if (depth > MAX_DEPTH || ++nodes > MAX_NODES) {
            throw new GbnfFault("it is too large or too deep at " + at);
        }
        if (schema.isBoolean() && schema.booleanValue()) {
            return "value";
        }
        if (!schema.isObject()) {
            throw new GbnfFault("at " + at + " there is no schema but " + schema.getNodeType());
        }
        SchemaKeywords.check(schema, at);
        if (schema.has("$ref")) {
            return reference(schema.get("$ref"), at, depth);
        }
        if (schema.has("const")) {
            return SchemaPrimitives.literal(schema.get("const"));
        }
        if (schema.has("enum")) {
            return SchemaPrimitives.oneOf(schema.get("enum"), at);
        }
        for (String word : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(word)) {
                return alternatives(schema.get(word), at + "/" + word, depth, word.equals("allOf"));
            }
        }
        return typed(schema, at, depth);
    }

    private String alternatives(JsonNode list, String at, int depth, boolean all) {
        if (!list.isArray() || list.isEmpty()) {
            throw new GbnfFault("at " + at + " there is no list of schemas");
        }
        if (all && list.size() > 1) {
            throw new GbnfFault("at " + at + " several schemas are to hold together");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            names.add(visit(list.get(i), at + "/" + i, depth + 1));
        }
        return String.join(" | ", names);
    }

    private String typed(JsonNode schema, String at, int depth) {
        JsonNode type = schema.get("type");
        if (type == null) {
            return schema.has("properties") || schema.has("additionalProperties")
                    ? objects.expression(schema, at, depth)
                    : schema.has("items") || schema.has("prefixItems") ? array(schema, at, depth) : "value";
        }
        if (type.isTextual()) {
            return ofType(type.textValue(), schema, at, depth);
        }
        if (!type.isArray() || type.isEmpty()) {
            throw new GbnfFault("at " + at + "/type there is neither a type nor a list of types");
        }
        List<String> names = new ArrayList<>();
        for (JsonNode each : type) {
            String expression = ofType(each.asText(), schema, at, depth);
            names.add(expression.matches("[a-z0-9-]+") ? expression : rule(expression));
        }
        return String.join(" | ", names);
    }

    private String ofType(String type, JsonNode schema, String at, int depth) {
        return switch (type) {
            case "object" -> objects.expression(schema, at, depth);
            case "array" -> array(schema, at, depth);
            case "string" -> SchemaPrimitives.string(schema, at);
            case "integer" -> IntegerRange.expression(schema, at);
            case "number" -> SchemaPrimitives.number(schema, at);
            case "boolean", "null" -> type;
            default -> throw new GbnfFault("at " + at + "/type \"" + type + "\" is no type");
        };
    }

    private String array(JsonNode schema, String at, int depth) {
        int least = SchemaPrimitives.count(schema, "minItems", at, 0);
        int most = SchemaPrimitives.count(schema, "maxItems", at, GbnfNode.ENDLESS);
        JsonNode prefix = schema.get("prefixItems");
        if (prefix != null) {
            return tuple(prefix, at, depth);
        }
        JsonNode items = schema.get("items");
        String item = items == null ? "value" : visit(items, at + "/items", depth + 1);
        return "\"[\" space " + SchemaPrimitives.separated(item, least, most) + " \"]\" space";
    }

    private String tuple(JsonNode prefix, String at, int depth) {
        if (!prefix.isArray() || prefix.isEmpty()) {
            throw new GbnfFault("at " + at + "/prefixItems there is no list of schemas");
        }
        List<String> items = new ArrayList<>();
        for (int i = 0; i < prefix.size(); i++) {
            items.add(visit(prefix.get(i), at + "/prefixItems/" + i, depth + 1));
        }
        return "\"[\" space " + String.join(" \",\" space ", items) + " \"]\" space";
    }

    /** A rule of its own, so that schemas may name themselves. */
    private String reference(JsonNode reference, String at, int depth) {
        String pointer = reference.asText();
        if (!pointer.startsWith("#")) {
            throw new GbnfFault("at " + at + "/$ref \"" + pointer + "\" does not point into this schema");
        }
        String known = references.get(pointer);
        if (known != null) {
            return known;
        }
        JsonNode target = pointer.equals("#") ? root : pointer.startsWith("#/") ? root.at(pointer.substring(1)) : null;
        if (target == null || target.isMissingNode()) {
            throw new GbnfFault("at " + at + "/$ref \"" + pointer + "\" points to nothing");
        }
        String name = rule("");
        references.put(pointer, name);
        rules.put(name, expression(target, pointer, depth + 1));
        return name;
    }
}
