package dev.rbee.service.queen.inference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of an answer as far as it went to the caller, so that another worker can go on behind it. It is kept as it stands in the events,
 * escaped, and read only when it is needed. For one stream, on one thread.
 */
final class Said {
    private static final int MOST = 1 << 20;

    private final Kind kind;
    private final ByteArrayOutputStream escaped = new ByteArrayOutputStream(512);
    private boolean complete;

    /** {@code wanted}: whether the answer may be continued at all; otherwise nothing is kept. */
    Said(Kind kind, boolean wanted) {
        this.kind = kind;
        this.complete = wanted;
    }

    /** An event with text in it went to the caller. */
    void note(byte[] in, int from, int to) {
        if (!complete) {
            return;
        }
        int start = EventKind.text(kind, in, from, to);
        int end = start < 0 ? -1 : endOfString(in, start, to);
        if (end < 0 || escaped.size() + end - start > MOST) {
            complete = false; // thoughts, calls of tools, or too much: no other worker can take that over
        } else {
            escaped.write(in, start, end - start);
        }
    }

    /** All of it; null where something is missing or nothing was said. */
    @Nullable
    String text() {
        if (!complete || escaped.size() == 0) {
            return null;
        }
        try {
            JsonNode text = Json.MAPPER.readTree('"' + escaped.toString(StandardCharsets.UTF_8) + '"');
            return text.isTextual() ? text.textValue() : null;
        } catch (IOException e) {
            return null; // no JSON: then it is not ours to continue
        }
    }

    private static int endOfString(byte[] in, int from, int to) {
        for (int i = from; i < to; i++) {
            if (in[i] == '"') {
                return i;
            }
            if (in[i] == '\\') {
                i++;
            }
        }
        return -1;
    }
}
