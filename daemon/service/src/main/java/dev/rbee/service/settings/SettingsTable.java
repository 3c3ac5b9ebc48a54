package dev.rbee.service.settings;

/** The table of docs/settings.md. Pure. */
public final class SettingsTable {
    private SettingsTable() {}

    /** Every key as a line of a Markdown table. */
    public static String markdown() {
        StringBuilder table =
                new StringBuilder("| Key | Default | Variable | Value | What it does |\n|---|---|---|---|---|\n");
        for (SettingKey<?> key : SettingKeys.ALL) {
            table.append("| `%s` | `%s` | `%s` | %s | %s |%n"
                    .formatted(
                            key.name(),
                            shown(key.fallback()),
                            key.environment(),
                            key.kind().wanted(),
                            key.doc())
                    .replace("``", "empty")
                    .replace(System.lineSeparator(), "\n"));
        }
        return table.toString();
    }

    private static String shown(Object value) {
        return value.toString();
    }
}
