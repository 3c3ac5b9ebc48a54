package dev.rbee.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One table of a list of tables; what is wrong in it goes to the mistakes, with where it stands. */
record TableReader(String where, JsonNode table, Mistakes mistakes) {
    /** Also complains of keys that are not in {@code fields}. */
    TableReader(String where, JsonNode table, List<TableField<?>> fields, Mistakes mistakes) {
        this(where, table, mistakes);
        List<String> known = fields.stream().map(TableField::key).toList();
        for (Map.Entry<String, JsonNode> field : table.properties()) {
            if (!known.contains(field.getKey())) {
                mistakes.add(where + ": " + FileLayer.unknown("key", field.getKey(), field.getKey(), known));
            }
        }
    }

    /** The value of a field, or null where it is left out or wrong. */
    <T> @Nullable T value(TableField<T> field) {
        return value(field.key(), field.kind());
    }

    /** The value of a key, or null where it is left out or wrong. */
    private <T> @Nullable T value(String key, ValueKind<T> kind) {
        JsonNode node = table.get(key);
        if (node == null) {
            return null;
        }
        try {
            return kind.fromFile(node);
        } catch (IllegalArgumentException e) {
            mistakes.add(where + ": " + key + " " + e.getMessage() + ".");
            return null;
        }
    }
}
