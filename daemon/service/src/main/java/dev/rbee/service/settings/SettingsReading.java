package dev.rbee.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rbee.contract.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One text of {@code rbee.toml}, read as the loader reads it, with everything that is wrong kept instead of thrown. */
record SettingsReading(String text, boolean toml, JsonNode tree, Values values, List<String> mistakes) {
    static SettingsReading of(Path file, String text, Map<String, String> environment) {
        Mistakes mistakes = new Mistakes();
        Values values = new Values();
        JsonNode tree = JsonNodeFactory.instance.objectNode();
        boolean toml = true;
        try {
            tree = SettingsLoader.parse(file, text);
        } catch (ProblemException e) {
            toml = false;
            mistakes.add(e.problem().message());
        }
        FileLayer.Declared _ = FileLayer.read(tree, values, mistakes);
        TextLayers.environment(environment, values, mistakes);
        return new SettingsReading(text, toml, tree, values, mistakes.lines());
    }

    SettingsView view(boolean there) {
        List<SettingsView.State> states = new ArrayList<>();
        for (int i = 0; i < SettingKeys.ALL.size(); i++) {
            states.add(state(SettingKeys.ALL.get(i), SettingInfo.all().get(i)));
        }
        return new SettingsView(text, there, toml, List.copyOf(states), tables("hive"), tables("model"), mistakes);
    }

    private SettingsView.State state(SettingKey<?> key, SettingInfo info) {
        JsonNode node = tree.path(info.section()).get(info.name());
        return new SettingsView.State(
                info,
                node == null ? null : text(node),
                node == null ? null : wrong(key.kind(), node),
                SettingInfo.text(values.get(key)),
                switch (values.source(key)) {
                    case DEFAULT -> SettingSource.DEFAULT;
                    case FILE -> SettingSource.FILE;
                    case ENVIRONMENT, FLAG -> SettingSource.ENVIRONMENT;
                });
    }

    private static @Nullable String wrong(ValueKind<?> kind, JsonNode node) {
        try {
            Object _ = kind.fromFile(node);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private List<Map<String, String>> tables(String list) {
        List<Map<String, String>> tables = new ArrayList<>();
        for (JsonNode table : tree.path(list)) {
            Map<String, String> values = new LinkedHashMap<>();
            table.properties().forEach(field -> values.put(field.getKey(), text(field.getValue())));
            tables.add(values);
        }
        return List.copyOf(tables);
    }

    private static String text(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(SettingsReading::text)
                        .collect(Collectors.joining("\n"))
                : node.isValueNode() ? node.asText() : node.toString();
    }
}
