package dev.rbee.service.settings;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What there is to know of a setting, or of a key in the tables of a list, for those who show it. Immutable. */
public final class SettingInfo {
    private static final List<SettingInfo> ALL = SettingKeys.ALL.stream()
            .map(key -> new SettingInfo(key.name(), key.kind(), key.fallback(), key.doc(), key.environment()))
            .toList();

    private final String key;
    private final ValueKind<?> kind;
    private final @Nullable Object fallback;
    private final String doc;
    private final String variable;

    private SettingInfo(String key, ValueKind<?> kind, @Nullable Object fallback, String doc, String variable) {
        this.key = key;
        this.kind = kind;
        this.fallback = fallback;
        this.doc = doc;
        this.variable = variable;
    }

    /** Every setting, in the order of docs/settings.md. */
    public static List<SettingInfo> all() {
        return ALL;
    }

    static List<SettingInfo> fields(String list, List<TableField<?>> fields) {
        return fields.stream()
                .map(field -> new SettingInfo(list + "." + field.key(), field.kind(), null, field.doc(), ""))
                .toList();
    }

    /** {@code section.key}, or {@code list.key} in the tables of a list. */
    public String key() {
        return key;
    }

    /** The part before the dot. */
    public String section() {
        return key.substring(0, key.indexOf('.'));
    }

    /** The part after the dot. */
    public String name() {
        return key.substring(key.indexOf('.') + 1);
    }

    /** How it is asked for. */
    public SettingForm form() {
        return kind.form();
    }

    /** The words it may be, where it is one of some; else empty. */
    public List<String> choices() {
        return kind.choices();
    }

    /** The value where nobody sets it, as {@link #text}; empty in a table of a list. */
    public String fallback() {
        return fallback == null ? "" : text(fallback);
    }

    /** What a value must be, in words. */
    public String wanted() {
        return kind.wanted();
    }

    /** What it does. */
    public String doc() {
        return doc;
    }

    /** The variable of the environment that sets it; empty in a table of a list. */
    public String variable() {
        return variable;
    }

    /**
     * What goes into the file for this text, a list's entries on lines of their own. Throws {@link IllegalArgumentException} with a
     * message such as {@code is "x" and must be a whole number from 1 to 64}.
     */
    public Object parse(String text) {
        if (kind.form() == SettingForm.LIST) {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
        Object value = Objects.requireNonNull(kind.fromText(text));
        return value instanceof PortRange range ? range.toString() : value;
    }

    /** The text that {@link #parse} takes for this value. */
    public static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : value.toString();
    }

    @Override
    public String toString() {
        return key;
    }
}
