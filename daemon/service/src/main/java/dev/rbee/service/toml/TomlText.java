package dev.rbee.service.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A TOML text that is changed in as few places as can be: comments, order and blank lines stay. Immutable. What is written in a way
 * that cannot be changed so (an inline table) throws {@link IllegalArgumentException} with the reason; the caller reads the
 * result with a real parser before it believes it.
 */
public final class TomlText {
    private final String text;
    private final List<TomlItem> items;

    private TomlText(String text) {
        this.text = text;
        items = TomlScanner.items(text);
    }

    /** Reads it. Throws {@link IllegalArgumentException} with the line that is not understood. */
    public static TomlText of(String text) {
        return new TomlText(text);
    }

    /** As it stands. */
    public String text() {
        return text;
    }

    /** With that value of {@code [section] key}; both bare keys. */
    public TomlText set(String section, String key, Object value) {
        return set(-1, section, key, value);
    }

    /** With that value in table {@code index} (from 0) of the list {@code [[section]]}. */
    public TomlText set(int index, String section, String key, Object value) {
        String literal = TomlLiteral.of(value);
        TomlItem there = value(index, section, key);
        if (there != null) {
            return replaced(there.valueStart(), there.valueEnd(), literal);
        }
        List<TomlItem> inside = inside(index, section);
        if (inside.isEmpty()) {
            if (index >= 0) {
                throw new IllegalArgumentException("there is no [[" + section + "]] number " + (index + 1));
            }
            return appended("[" + section + "]", List.of(key + " = " + literal));
        }
        TomlItem last = inside.getLast();
        boolean dotted = last.kind() == TomlItem.Kind.VALUE
                && inside.stream().noneMatch(item -> item.kind() == TomlItem.Kind.TABLE)
                && index < 0;
        String line = indent(last) + (dotted ? section + "." : "") + key + " = " + literal + eol();
        boolean open = last.end() == text.length() && !text.endsWith("\n");
        return replaced(last.end(), last.end(), open ? eol() + line : line);
    }

    /** Without that key; a comment on its line stays. The same where it is not there. */
    public TomlText remove(String section, String key) {
        return remove(-1, section, key);
    }

    /** Without that key in table {@code index} of the list. */
    public TomlText remove(int index, String section, String key) {
        TomlItem there = value(index, section, key);
        if (there == null) {
            return this;
        }
        String rest = text.substring(there.valueEnd(), there.end()).stripLeading();
        String before = indent(there);
        return replaced(there.start(), there.end(), rest.startsWith("#") ? before + rest : "");
    }

    /** With one more table in the list, at the end of the text. */
    public TomlText add(String list, Map<String, Object> values) {
        return appended(
                "[[" + list + "]]",
                values.entrySet().stream()
                        .map(each -> each.getKey() + " = " + TomlLiteral.of(each.getValue()))
                        .toList());
    }

    /** Without table {@code index} of the list; what is said before it stays, what is said inside of it goes. */
    public TomlText removeTable(String list, int index) {
        List<TomlItem> inside = inside(index, list);
        if (inside.isEmpty()) {
            throw new IllegalArgumentException("there is no [[" + list + "]] number " + (index + 1));
        }
        return replaced(inside.getFirst().start(), inside.getLast().end(), "");
    }

    private @Nullable TomlItem value(int index, String section, String key) {
        List<String> path = List.of(section, key);
        return items.stream()
                .filter(item -> item.kind() == TomlItem.Kind.VALUE
                        && item.array() == index
                        && item.path().equals(path))
                .findFirst()
                .orElseGet(() -> inline(section));
    }

    private @Nullable TomlItem inline(String section) {
        if (items.stream().anyMatch(item -> item.isValue(List.of(section)))) {
            throw new IllegalArgumentException(section + " is written in braces or as a list on one line");
        }
        return null;
    }

    /** Header and values of a section, or of one table of a list. */
    private List<TomlItem> inside(int index, String section) {
        return items.stream()
                .filter(item -> item.array() == index && item.path().getFirst().equals(section))
                .filter(item -> item.path().size() <= 2)
                .toList();
    }

    private TomlText appended(String header, List<String> lines) {
        List<String> all = new ArrayList<>();
        if (!text.isBlank()) {
            all.add("");
        }
        all.add(header);
        all.addAll(lines);
        String start = text.isEmpty() || text.endsWith("\n") ? "" : eol();
        return new TomlText(text + start + String.join(eol(), all) + eol());
    }

    private TomlText replaced(int from, int to, String with) {
        return new TomlText(text.substring(0, from) + with + text.substring(to));
    }

    private String indent(TomlItem item) {
        int end = IntStream.range(item.start(), item.end())
                .filter(i -> " \t".indexOf(text.charAt(i)) < 0)
                .findFirst()
                .orElse(item.start());
        return text.substring(item.start(), end);
    }

    private String eol() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TomlText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
