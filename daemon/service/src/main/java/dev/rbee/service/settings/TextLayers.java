package dev.rbee.service.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Values that come as text: the environment's and the flags'. */
final class TextLayers {
    private TextLayers() {}

    /** {@code RBEE_SECTION_KEY}; a name that begins like a section but is no key is a mistake, other names are not ours. */
    static void environment(Map<String, String> environment, Values values, Mistakes mistakes) {
        List<String> known =
                SettingKeys.ALL.stream().map(SettingKey::environment).toList();
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            String name = variable.getKey();
            int at = known.indexOf(name);
            if (at >= 0) {
                put(SettingKeys.ALL.get(at), name, variable.getValue(), Values.Source.ENVIRONMENT, values, mistakes);
            } else if (looksLikeOurs(name)) {
                mistakes.add(FileLayer.unknown("variable", name, name, known));
            }
        }
    }

    private static boolean looksLikeOurs(String name) {
        return FileLayer.sections().stream()
                .anyMatch(section -> name.startsWith("RBEE_" + section.toUpperCase(Locale.ROOT) + "_"));
    }

    static void flags(Map<String, String> flags, Values values, Mistakes mistakes) {
        for (SettingKey<?> key : SettingKeys.ALL) {
            String text = flags.get(key.name());
            if (text != null) {
                put(key, key.name(), text, Values.Source.FLAG, values, mistakes);
            }
        }
    }

    private static <T> void put(
            SettingKey<T> key, String shown, String text, Values.Source source, Values values, Mistakes mistakes) {
        try {
            values.put(key, key.kind().fromText(text), source);
        } catch (IllegalArgumentException e) {
            mistakes.add(shown + " " + e.getMessage() + ".");
        }
    }
}
