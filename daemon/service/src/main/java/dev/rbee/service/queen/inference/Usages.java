package dev.rbee.service.queen.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rbee.contract.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds the token counts in what a worker says. */
final class Usages {
    private static final byte[] USAGE = "\"usage\":{".getBytes(StandardCharsets.US_ASCII);
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

    /** The usage object of a whole answer, or null. */
    static @Nullable JsonNode ofBody(byte[] body) {
        return of(body, 0, body.length);
    }

    private static @Nullable JsonNode of(byte[] in, int from, int to) {
        try {
            JsonNode tree = Json.MAPPER.readTree(in, from, to - from);
            JsonNode usage = tree == null ? MissingNode.getInstance() : tree.path("usage");
            return usage.isObject() ? usage : null;
        } catch (IOException e) {
            return null; // not ours to judge; it only goes uncounted
        }
    }

    static @Nullable Integer count(@Nullable JsonNode usage, String field) {
        JsonNode value = usage == null ? null : usage.get(field);
        return value != null && value.canConvertToInt() ? value.intValue() : null;
    }
}
