package dev.rbee.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * What a value looks like, in the file and as text (environment, flags). Both ways throw
 * {@link IllegalArgumentException} with a message that says what is wanted.
 *
 * @param <T> the value's type
 */
interface ValueKind<T> {
    T fromText(String text);

    /** From the file; a value that is neither text nor list is read as its text. */
    default T fromFile(JsonNode node) {
        if (!node.isValueNode()) {
            throw new IllegalArgumentException("must be " + wanted());
        }
        return fromText(node.asText());
    }

    /** For messages and the table of settings. */
    String wanted();

    /** How it is asked for. */
    default SettingForm form() {
        return SettingForm.TEXT;
    }

    /** The words it may be, where it is one of some; else empty. */
    default List<String> choices() {
        return List.of();
    }

    /** A whole number between the bounds, which are included. */
    static ValueKind<Integer> number(int min, int max) {
        return kind(SettingForm.NUMBER, List.of(), "a whole number from " + min + " to " + max, text -> {
            if (!text.matches("-?\\d{1,9}")) {
                return null;
            }
            int value = Integer.parseInt(text);
            return value >= min && value <= max ? value : null;
        });
    }

    /** A TCP port; 0 is any free one. */
    static ValueKind<Integer> port() {
        ValueKind<Integer> number = number(0, 65535);
        return kind(SettingForm.NUMBER, List.of(), "a port from 0 (any free one) to 65535", text -> {
            try {
                return number.fromText(text);
            } catch (IllegalArgumentException e) {
                return null;
            }
        });
    }

    /** True or false. */
    static ValueKind<Boolean> flag() {
        return kind(SettingForm.FLAG, List.of(), "true or false", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> Boolean.TRUE;
            case "false", "0", "no", "off" -> Boolean.FALSE;
            default -> null;
        });
    }

    /** Text, possibly empty. */
    static ValueKind<String> text() {
        return kind("text", text -> text);
    }

    /** A name: letters, digits, dot, dash and underscore. */
    static ValueKind<String> name() {
        return kind(
                "a name of letters, digits, '.', '-' and '_'",
                text -> text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}") ? text : null);
    }

    /** Text of that form. */
    static ValueKind<String> matching(String wanted, String form) {
        return kind(wanted, text -> text.matches(form) ? text : null);
    }

    /** One of some words. */
    static ValueKind<String> word(String... words) {
        return kind(SettingForm.CHOICE, List.of(words), "one of " + String.join(", ", words), text -> {
            String lower = text.toLowerCase(Locale.ROOT);
            return Arrays.asList(words).contains(lower) ? lower : null;
        });
    }

    /** A loopback address: rbee listens nowhere else in this version. */
    static ValueKind<String> loopback() {
        return kind(
                "a loopback address (127.0.0.1 or ::1)",
                text -> text.matches("127(\\.\\d{1,3}){3}|::1|localhost") ? text : null);
    }

    /** A range of ports. */
    static ValueKind<PortRange> ports() {
        return kind("a range of ports such as 8080-9999", text -> {
            try {
                return PortRange.parse(text);
            } catch (IllegalArgumentException e) {
                return null;
            }
        });
    }

    /** A list of texts; as text separated by commas. */
    static ValueKind<List<String>> list() {
        return new ValueKind<>() {
            @Override
            public List<String> fromText(String text) {
                return Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
            }

            @Override
            public List<String> fromFile(JsonNode node) {
                if (!node.isArray()
                        || !StreamSupport.stream(node.spliterator(), false).allMatch(JsonNode::isTextual)) {
                    throw new IllegalArgumentException("must be " + wanted());
                }
                return StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
            }

            @Override
            public String wanted() {
                return "a list of texts";
            }

            @Override
            public SettingForm form() {
                return SettingForm.LIST;
            }
        };
    }

    private static <T> ValueKind<T> kind(String wanted, ParsedOrNull<T> parse) {
        return kind(SettingForm.TEXT, List.of(), wanted, parse);
    }

    private static <T> ValueKind<T> kind(SettingForm form, List<String> choices, String wanted, ParsedOrNull<T> parse) {
        return new ValueKind<>() {
            @Override
            public T fromText(String text) {
                T value = parse.apply(text.strip());
                if (value == null) {
                    throw new IllegalArgumentException("is \"" + text + "\" and must be " + wanted);
                }
                return value;
            }

            @Override
            public String wanted() {
                return wanted;
            }

            @Override
            public SettingForm form() {
                return form;
            }

            @Override
            public List<String> choices() {
                return choices;
            }
        };
    }
}
