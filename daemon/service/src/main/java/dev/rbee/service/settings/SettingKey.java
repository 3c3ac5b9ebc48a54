package dev.rbee.service.settings;

import java.util.Locale;

/**
 * One setting.
 *
 * @param name {@code section.key} in the file
 * @param kind what its value looks like
 * @param fallback the default
 * @param doc what it does
 */
record SettingKey<T>(String name, ValueKind<T> kind, T fallback, String doc) {
    /** {@code RBEE_SECTION_KEY}. */
    String environment() {
        return "RBEE_" + name.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
