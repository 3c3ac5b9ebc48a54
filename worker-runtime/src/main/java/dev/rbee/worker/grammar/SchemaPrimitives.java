package dev.rbee.worker.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts, numbers and literals of JSON as grammar. Pure. */
final class SchemaPrimitives {
    private static final int MAX_VALUES = 1_000;
    private static final int MAX_TIMES = 2_000;

    static final Map<String, String> RULES = new LinkedHashMap<>();

    static {
        RULES.put("space", "| \" \" | \"\\n\" [ \\t]{0,20}");
        RULES.put("boolean", "(\"true\" | \"false\") space");
        RULES.put("null", "\"null\" space");
        RULES.put("digits", "[0] | [1-9] [0-9]{0,15}");
        RULES.put("integer", "\"-\"? digits space");
        RULES.put("positive", "digits (\".\" [0-9]{1,16})? ([eE] [-+]? digits)? space");
        RULES.put("number", "\"-\"? positive");
        RULES.put("char", "[^\"\\\\\\x7F\\x00-\\x1F] | [\\\\] ([\"\\\\bfnrt] | \"u\" [0-9a-fA-F]{4})");
        RULES.put("string", "\"\\\"\" char* \"\\\"\" space");
        RULES.put("member", "string \":\" space value");
        RULES.put("object", "\"{\" space (member (\",\" space member)*)? \"}\" space");
        RULES.put("array", "\"[\" space (value (\",\" space value)*)? \"]\" space");
        RULES.put("value", "object | array | string | number | boolean | null");
        RULES.put("date", "[0-9]{4} \"-\" (\"0\" [1-9] | \"1\" [0-2]) \"-\" (\"0\" [1-9] | [1-2] [0-9] | \"3\" [0-1])");
        RULES.put(
                "time",
                "([01] [0-9] | \"2\" [0-3]) \":\" [0-5] [0-9] \":\" [0-5] [0-9] (\".\" [0-9]{3})? "
                        + "(\"Z\" | [-+] ([01] [0-9] | \"2\" [0-3]) \":\" [0-5] [0-9])");
        RULES.put("hex", "[0-9a-fA-F]");
        RULES.put("uuid", "hex{8} \"-\" hex{4} \"-\" hex{4} \"-\" hex{4} \"-\" hex{12}");
    }

    private SchemaPrimitives() {}

    /** A value exactly as it is. */
    static String literal(JsonNode value) {
        return quoted(Json.write(value)) + " space";
    }

    static String oneOf(JsonNode values, String at) {
        if (!values.isArray() || values.isEmpty() || values.size() > MAX_VALUES) {
            throw new GbnfFault("at " + at + "/enum there is no list of 1 to " + MAX_VALUES + " values");
        }
        List<String> literals = new ArrayList<>();
        values.forEach(value -> literals.add(quoted(Json.write(value))));
        return "(" + String.join(" | ", literals) + ") space";
    }

    static String string(JsonNode schema, String at) {
        int least = count(schema, "minLength", at, 0);
        int most = count(schema, "maxLength", at, GbnfNode.ENDLESS);
        if (least > 0 || most != GbnfNode.ENDLESS) {
            return "\"\\\"\" char" + times(least, most) + " \"\\\"\" space";
        }
        return switch (schema.path("format").asText()) {
            case "date" -> "\"\\\"\" date \"\\\"\" space";
            case "time" -> "\"\\\"\" time \"\\\"\" space";
            case "date-time" -> "\"\\\"\" date \"T\" time \"\\\"\" space";
            case "uuid" -> "\"\\\"\" uuid \"\\\"\" space";
            default -> "string";
        };
    }

    static String number(JsonNode schema, String at) {
        for (String word : List.of("maximum", "exclusiveMinimum", "exclusiveMaximum")) {
            if (schema.has(word)) {
                throw new GbnfFault("at " + at + " \"" + word + "\" can be enforced for whole numbers only");
            }
        }
        if (!schema.has("minimum")) {
            return "number";
        }
        if (schema.get("minimum").isNumber() && schema.get("minimum").doubleValue() == 0) {
            return "positive";
        }
        throw new GbnfFault("at " + at + " a \"minimum\" other than 0 can be enforced for whole numbers only");
    }

    /** Items with commas between. */
    static String separated(String item, int least, int most) {
        if (most < least) {
            throw new GbnfFault("a list is to have at least " + least + " and at most " + most + " items");
        }
        if (most == 0) {
            return "";
        }
        int further = most == GbnfNode.ENDLESS ? GbnfNode.ENDLESS : most - 1;
        String some = item + " (\",\" space " + item + ")" + times(Math.max(0, least - 1), further);
        return least == 0 ? "(" + some + ")?" : some;
    }

    static int count(JsonNode schema, String word, String at, int otherwise) {
        JsonNode value = schema.get(word);
        if (value == null) {
            return otherwise;
        }
        if (!value.canConvertToInt()
                || !value.isIntegralNumber()
                || value.intValue() < 0
                || value.intValue() > MAX_TIMES) {
            throw new GbnfFault("at " + at + "/" + word + " there is no number from 0 to " + MAX_TIMES);
        }
        return value.intValue();
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c == 0x7f) {
                out.append(String.format("\\x%02X", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    private static String times(int least, int most) {
        if (most == GbnfNode.ENDLESS) {
            return least == 0 ? "*" : "{" + least + ",}";
        }
        if (most < least) {
            throw new GbnfFault("a length is to be at least " + least + " and at most " + most);
        }
        return "{" + least + "," + most + "}";
    }
}
