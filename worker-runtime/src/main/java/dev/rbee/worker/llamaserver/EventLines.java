package dev.rbee.worker.llamaserver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Reads the data of server-sent events, one JSON each. Bounded; one thread. */
final class EventLines {
    private static final long LONGEST = 16L << 20;
    private static final String DATA = "data:";
    private static final String ERROR = "error:";

    private final BufferedSource source;

    EventLines(BufferedSource source) {
        this.source = source;
    }

    /** The next one; null where the stream says that it is whole. Throws where it ends before that, or is garbled. */
    @Nullable
    JsonNode next() throws IOException {
        while (true) {
            String line = source.readUtf8LineStrict(LONGEST);
            if (line.startsWith(ERROR)) {
                return Json.MAPPER.createObjectNode().set("error", tree(line.substring(ERROR.length())));
            }
            if (!line.startsWith(DATA)) {
                continue; // empty, a comment, or a field of no interest
            }
            String data = line.substring(DATA.length()).strip();
            if (data.equals("[DONE]")) {
                return null;
            }
            return tree(data);
        }
    }

    /** Reads what may follow the last event, so that the connection can be used again. */
    void drain() throws IOException {
        try {
            while (source.readUtf8LineStrict(LONGEST) != null) {
                // nothing of interest
            }
        } catch (EOFException e) {
            // its end
        }
    }

    private static JsonNode tree(String data) throws IOException {
        try {
            return Json.tree(data.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (ProblemException e) {
            throw new IOException("it sent something that is no JSON", e);
        }
    }
}
