package dev.rbee.service.queen.spawn;

import dev.rbee.http.Sse;
import java.io.IOException;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Hands events on one by one, so that the stream ends with the queen's own server. */
final class LogRelay {
    private LogRelay() {}

    /** Blocks until the source ends or the reader leaves; closes {@code out}. */
    static void run(BufferedSource in, Sse out) throws IOException {
        try (out) {
            @Nullable String id = null;
            @Nullable String event = null;
            StringBuilder data = new StringBuilder();
            for (String line = in.readUtf8Line(); line != null && out.isOpen(); line = in.readUtf8Line()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        out.event(id, event, data.toString());
                    }
                    id = null;
                    event = null;
                    data.setLength(0);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(data.isEmpty() ? "" : "\n").append(line, 6, line.length());
                }
            }
        }
    }
}
