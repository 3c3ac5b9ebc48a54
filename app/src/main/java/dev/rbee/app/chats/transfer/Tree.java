package dev.rbee.app.chats.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be read out of JSON that may be anything. Pure. */
final class Tree {
    private static final long LAST = 253_402_300_799_000L; // the year 9999
    private static final double SECONDS = 1e11; // larger numbers are milliseconds

    private Tree() {}

    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.textValue() : "";
    }

    static @Nullable String key(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() || value.isNumber() ? value.asText() : null;
    }

    /** Seconds or milliseconds since 1970, or a time in words; the other one for anything else. */
    static Instant time(JsonNode value, Instant otherwise) {
        if (value.isNumber()) {
            double number = value.doubleValue();
            double ms = Math.abs(number) < SECONDS ? number * 1000 : number;
            return Double.isFinite(ms) && ms > 0 && ms < LAST ? Instant.ofEpochMilli((long) ms) : otherwise;
        }
        if (value.isTextual()) {
            try {
                return Instant.parse(value.textValue());
            } catch (java.time.format.DateTimeParseException e) {
                return otherwise;
            }
        }
        return otherwise;
    }

    static @Nullable Integer whole(JsonNode value) {
        return value.canConvertToInt() && value.isNumber() ? (Integer) value.intValue() : null;
    }

    static @Nullable Double real(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.doubleValue()) ? (Double) value.doubleValue() : null;
    }

    /** Reasoning in front of an answer, as it stands in our texts. */
    static String thought(String reasoning, String answer) {
        return reasoning.isBlank() ? answer : "<think>\n" + reasoning.strip() + "\n</think>\n\n" + answer;
    }
}
