package dev.rbee.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.hives.HiveMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The file's values: every key must be known and of its kind. */
final class FileLayer {
    private FileLayer() {}

    /** What the lists of tables say. */
    record Declared(List<DeclaredHive> hives, List<DeclaredModel> models) {}

    static Declared read(JsonNode tree, Values values, Mistakes mistakes) {
        List<DeclaredHive> hives = List.of();
        List<DeclaredModel> models = List.of();
        for (Map.Entry<String, JsonNode> section : tree.properties()) {
            String name = section.getKey();
            if (name.equals("hive")) {
                hives = HiveTables.read(section.getValue(), mistakes);
            } else if (!sections().contains(name)) {
                mistakes.add(unknown("section", "[" + name + "]", name, List.copyOf(sections())));
            } else if (name.equals("model")) {
                models = ModelTables.read(section.getValue(), mistakes);
            } else if (!section.getValue().isObject()) {
                mistakes.add(name + " must be a section: write [" + name + "] on a line of its own.");
            } else {
                section(name, section.getValue(), values, mistakes);
            }
        }
        hives.stream().filter(hive -> hive.mode() == HiveMode.LOCAL).findFirst().ifPresent(hive -> local(hive, values));
        return new Declared(hives, models);
    }

    /** This machine's hive takes name and port of the table that declares it, unless [local_hive] says them. */
    private static void local(DeclaredHive hive, Values values) {
        if (values.source(SettingKeys.HIVE_NAME) == Values.Source.DEFAULT) {
            values.put(SettingKeys.HIVE_NAME, hive.name(), Values.Source.FILE);
        }
        if (values.source(SettingKeys.HIVE_PORT) == Values.Source.DEFAULT) {
            values.put(SettingKeys.HIVE_PORT, hive.port(), Values.Source.FILE);
        }
    }

    private static void section(String section, JsonNode table, Values values, Mistakes mistakes) {
        for (Map.Entry<String, JsonNode> field : table.properties()) {
            String name = section + "." + field.getKey();
            SettingKeys.ALL.stream()
                    .filter(key -> key.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            key -> put(key, field.getValue(), values, mistakes),
                            () -> mistakes.add(unknown("key", name, name, names())));
        }
    }

    private static <T> void put(SettingKey<T> key, JsonNode node, Values values, Mistakes mistakes) {
        try {
            values.put(key, key.kind().fromFile(node), Values.Source.FILE);
        } catch (IllegalArgumentException e) {
            mistakes.add(key.name() + " " + e.getMessage() + ".");
        }
    }

    static Set<String> sections() {
        Set<String> sections = new TreeSet<>();
        for (SettingKey<?> key : SettingKeys.ALL) {
            sections.add(key.name().substring(0, key.name().indexOf('.')));
        }
        sections.add("hive");
        sections.add("model");
        return sections;
    }

    static List<String> names() {
        return SettingKeys.ALL.stream().map(SettingKey::name).toList();
    }

    static String unknown(String what, String shown, String word, List<String> known) {
        return "unknown " + what + " " + shown
                + Nearest.to(word, known)
                        .map(best -> "; did you mean " + (what.equals("section") ? "[" + best + "]" : best) + "?")
                        .orElse(".");
    }
}
