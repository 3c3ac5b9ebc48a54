package dev.rbee.service.queen.dialect;

import dev.rbee.contract.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream of events as servers of others write them: with and without a space behind the colon, with CR, with several data
 * lines, without the last blank line, with bare JSON lines, with an {@code error:} line. One thread.
 */
final class SseEvents {
    private static final long MOST = 8L * 1024 * 1024;

    private final BufferedSource source;
    private @Nullable String ahead;

    SseEvents(BufferedSource source) {
        this.source = source;
    }

    /** The data of the next event; empty for a sign of life without data; null at the end of the stream. Blocks. */
    @Nullable
    String next() throws IOException {
        StringBuilder data = new StringBuilder();
        while (true) {
            String line = line();
            if (line == null) {
                return data.isEmpty() ? null : data.toString();
            }
            if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    return data.toString();
                }
                continue;
            }
            if (line.charAt(0) == ':') {
                if (data.isEmpty()) {
                    return "";
                }
                continue;
            }
            String value = value(line);
            if (value != null) {
                if (!data.isEmpty() && whole(data)) {
                    ahead = line; // no blank line between two events
                    return data.toString();
                }
                data.append(data.isEmpty() ? "" : "\n").append(value);
                if (data.length() > MOST) {
                    throw new IOException("an event is larger than " + MOST + " bytes");
                }
            }
        }
    }

    /** Whether what was read is an event already: a server that forgets the blank lines writes one object per line. */
    private static boolean whole(CharSequence data) {
        String text = data.toString();
        return text.equals("[DONE]") || (text.startsWith("{") && text.endsWith("}") && !text.contains("\n"));
    }

    private static @Nullable String value(String line) {
        if (line.startsWith("data:")) {
            return line.substring(5).strip();
        }
        if (line.startsWith("error:")) {
            String said = line.substring(6).strip();
            return "{\"error\":" + (said.startsWith("{") ? said : Json.write(said)) + "}";
        }
        return line.startsWith("{") ? line : null;
    }

    private @Nullable String line() throws IOException {
        String kept = ahead;
        if (kept != null) {
            ahead = null;
            return kept;
        }
        long end = source.indexOf((byte) '\n', 0, MOST);
        if (end >= 0) {
            String line = source.readString(end, StandardCharsets.UTF_8);
            source.skip(1);
            return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        }
        if (source.getBuffer().size() >= MOST) {
            throw new IOException("a line is longer than " + MOST + " bytes");
        }
        String rest = source.readUtf8();
        return rest.isEmpty() ? null : rest.strip();
    }
}
