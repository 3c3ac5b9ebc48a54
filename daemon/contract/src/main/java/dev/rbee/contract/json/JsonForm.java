package dev.rbee.contract.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** What a type of ours is called by those who write JSON and know nothing of Java. */
final class JsonForm {
    /** What most bodies are. */
    static final String OBJECT = "a JSON object";

    private JsonForm() {}

    /** {@code a whole number}, for instance. */
    static String name(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (whole(type)) {
            return "a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == Instant.class) {
            return "a time";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "text";
        }
        if (type.isEnum()) {
            return "one of the known words";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a JSON array";
        }
        return JsonNode.class.isAssignableFrom(type) ? "JSON" : OBJECT;
    }

    /** The same with an example where that says more. */
    static String example(Class<?> type) {
        if (type == Instant.class) {
            return "a time such as 2026-01-31T12:00:00Z";
        }
        if (type.isEnum()) {
            return "one of: "
                    + Arrays.stream(type.getEnumConstants())
                            .map(value -> Json.MAPPER.valueToTree(value).asText())
                            .collect(Collectors.joining(", "));
        }
        return name(type);
    }

    private static boolean whole(Class<?> type) {
        return type == int.class || type == Integer.class || type == long.class || type == Long.class;
    }
}
