package dev.rbee.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** A tree as text that is the same for trees that mean the same. */
record SortedTree(JsonNode tree) {
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        write(tree, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            out.append('{');
            fields.forEach((key, value) -> {
                out.append(key).append('=');
                write(value, out);
                out.append(';');
            });
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            node.forEach(each -> {
                write(each, out);
                out.append(';');
            });
            out.append(']');
        } else {
            out.append(node);
        }
    }
}
