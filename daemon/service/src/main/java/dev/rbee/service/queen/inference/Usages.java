package dev.rbee.service.queen.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rbee.contract.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds the token counts and times in what a worker says. */
final class Usages {
    private static final byte[] USAGE = "\"usage\":{".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TIMINGS = "\"timings\":{".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = "data:".getBytes(StandardCharsets.US_ASCII);

    private Usages() {}

    /** The usage object of this event, or null. */
    static @Nullable JsonNode ofEvent(byte[] in, int from, int to) {
        if (EventKind.find(in, from, to, USAGE) < 0) {
            return null;
        }
        int data = EventKind.find(in, from, to, DATA);
        return data < 0 ? null : of(in, data + DATA.length, to);
    }

    /** How long the worker made tokens, nanoseconds, as it says in this event itself; null where it does not. */
    static @Nullable Long nanosOfEvent(byte[] in, int from, int to) {
        int at = EventKind.find(in, from, to, TIMINGS);
        int data = at < 0 ? -1 : EventKind.find(in, from, to, DATA);
        if (data < 0) {
            return null;
        }
        double millis = tree(in, data + DATA.length, to)
                .path("timings")
                .path("predicted_ms")
                .asDouble();
        return millis > 0 ? Long.valueOf(Math.round(millis * 1e6)) : null;
    }

    /** The usage object of a whole answer, or null. */
    static @Nullable JsonNode ofBody(byte[] body) {
        return of(body, 0, body.length);
    }

    private static @Nullable JsonNode of(byte[] in, int from, int to) {
        JsonNode usage = tree(in, from, to).path("usage");
        return usage.isObject() ? usage : null;
    }

    private static JsonNode tree(byte[] in, int from, int to) {
        try {
            JsonNode tree = Json.MAPPER.readTree(in, from, to - from);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException e) {
            return MissingNode.getInstance(); // not ours to judge; it only goes uncounted
        }
    }

    static @Nullable Integer count(@Nullable JsonNode usage, String field) {
        JsonNode value = usage == null ? null : usage.get(field);
        return value != null && value.canConvertToInt() ? value.intValue() : null;
    }
}
