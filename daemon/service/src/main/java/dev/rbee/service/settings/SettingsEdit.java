package dev.rbee.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import dev.rbee.service.toml.TomlText;
import java.util.Map;
import java.util.Objects;

/**
 * One change of {@code rbee.toml}. It says twice what it does, to the text and to what the text means, and counts only where both
 * agree.
 */
public sealed interface SettingsEdit {
    /** Changes the text. */
    TomlText write(TomlText text);

    /** Changes the meaning. */
    void mean(ObjectNode tree);

    /** Sets {@code section.key} to a value that {@link SettingInfo#parse} gave. */
    record Value(String key, Object value) implements SettingsEdit {
        @Override
        public TomlText write(TomlText text) {
            return text.set(section(key), name(key), value);
        }

        @Override
        public void mean(ObjectNode tree) {
            tree.withObjectProperty(section(key)).set(name(key), Json.MAPPER.valueToTree(value));
        }
    }

    /** Takes {@code section.key} out, so that its default counts. */
    record Reset(String key) implements SettingsEdit {
        @Override
        public TomlText write(TomlText text) {
            return text.remove(section(key), name(key));
        }

        @Override
        public void mean(ObjectNode tree) {
            if (tree.get(section(key)) instanceof ObjectNode section) {
                section.remove(name(key));
            }
        }
    }

    /** One more table of the list {@code hive} or {@code model}. */
    record Add(String list, Map<String, Object> values) implements SettingsEdit {
        @Override
        public TomlText write(TomlText text) {
            return text.add(list, values);
        }

        @Override
        public void mean(ObjectNode tree) {
            tree.withArrayProperty(list).add(Json.MAPPER.<JsonNode>valueToTree(values));
        }
    }

    /** Makes table {@code index} say this and nothing else; {@code was}: its name, so that nobody else's is changed. */
    record Change(String list, int index, String was, Map<String, Object> values) implements SettingsEdit {
        @Override
        public TomlText write(TomlText text) {
            TomlText now = text;
            for (SettingInfo field : list.equals("hive") ? SettingsView.hiveFields() : SettingsView.modelFields()) {
                Object value = values.get(field.name());
                now = value == null ? now.remove(index, list, field.name()) : now.set(index, list, field.name(), value);
            }
            return now;
        }

        @Override
        public void mean(ObjectNode tree) {
            same(tree, list, index, was).set(index, Json.MAPPER.valueToTree(values));
        }
    }

    /** Takes table {@code index} out. */
    record Remove(String list, int index, String was) implements SettingsEdit {
        @Override
        public TomlText write(TomlText text) {
            return text.removeTable(list, index);
        }

        @Override
        public void mean(ObjectNode tree) {
            ArrayNode tables = same(tree, list, index, was);
            tables.remove(index);
            if (tables.isEmpty()) {
                tree.remove(list);
            }
        }
    }

    private static ArrayNode same(ObjectNode tree, String list, int index, String was) {
        if (tree.get(list) instanceof ArrayNode tables
                && index < tables.size()
                && Objects.equals(nameOf(tables.get(index)), was)) {
            return tables;
        }
        throw new IllegalArgumentException("[[" + list + "]] " + was + " is not there any more");
    }

    /** What a table of a list is called: its name, else its host name, else nothing. */
    static String nameOf(JsonNode table) {
        return table.path("name").asText(table.path("hostname").asText(""));
    }

    private static String section(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static String name(String key) {
        return key.substring(key.indexOf('.') + 1);
    }
}
