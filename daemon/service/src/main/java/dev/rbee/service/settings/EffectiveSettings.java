package dev.rbee.service.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Settings with where each came from.
 *
 * @param settings the values
 * @param entries every key in the order of the table
 */
public record EffectiveSettings(Settings settings, List<Entry> entries) {
    /**
     * One value.
     *
     * @param key full name
     * @param value as JSON would show it
     * @param source {@code default}, {@code rbee.toml}, {@code environment} or {@code flag}
     */
    public record Entry(String key, Object value, String source) {
        @Override
        public String toString() {
            return key + "=" + Secrets.masked(key, value.toString());
        }
    }

    static List<Entry> entries(Values values) {
        return SettingKeys.ALL.stream()
                .map(key -> new Entry(key.name(), shown(values.get(key)), values.source(key).word))
                .toList();
    }

    /** What was set, as {@code RBEE_*} variables, for a child that shall see the same settings. */
    public Map<String, String> asEnvironment() {
        Map<String, String> variables = new TreeMap<>();
        for (Entry entry : entries) {
            if (!entry.source().equals(Values.Source.DEFAULT.word)) {
                String value = entry.value() instanceof List<?> list
                        ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                        : entry.value().toString();
                variables.put("RBEE_" + entry.key().replace('.', '_').toUpperCase(Locale.ROOT), value);
            }
        }
        return variables;
    }

    private static Object shown(Object value) {
        return value instanceof PortRange range ? range.toString() : value;
    }

    /** One line for the log: what differs from the defaults, secrets masked. */
    public String logLine() {
        List<String> set = entries.stream()
                .filter(entry -> !entry.source().equals(Values.Source.DEFAULT.word))
                .map(entry -> entry + " (" + entry.source() + ")")
                .toList();
        return set.isEmpty() ? "settings: all defaults" : "settings: " + String.join(", ", set);
    }
}
