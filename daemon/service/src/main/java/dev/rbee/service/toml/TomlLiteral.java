package dev.rbee.service.toml;

import java.util.List;
import java.util.stream.Collectors;

/** Values as TOML writes them. Pure. */
final class TomlLiteral {
    private TomlLiteral() {}

    /** Of a text, a whole number, true or false, or a list of those. */
    static String of(Object value) {
        return switch (value) {
            case String text -> quoted(text);
            case Boolean flag -> flag.toString();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case List<?> list -> list.stream().map(TomlLiteral::of).collect(Collectors.joining(", ", "[", "]"));
            default -> throw new IllegalArgumentException("no TOML for " + value.getClass());
        };
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
