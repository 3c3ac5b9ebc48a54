package dev.rbee.service.hive.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads a child's output line by line on a platform thread of its own, with bounded memory whatever the child writes. */
final class LinePump {
    private LinePump() {}

    /** Starts reading; ends with the stream. A line longer than the ring keeps is handed on in its first part only. */
    static Thread start(String name, InputStream in, Consumer<String> lines) {
        return Thread.ofPlatform().daemon().name(name).start(() -> pump(in, lines));
    }

    private static void pump(InputStream in, Consumer<String> lines) {
        byte[] buffer = new byte[8_192];
        byte[] line = new byte[LogRing.LINE_MOST + 1];
        int length = 0;
        try (in) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == '\n') {
                        lines.accept(text(line, length));
                        length = 0;
                    } else if (length < line.length) {
                        line[length++] = buffer[i];
                    }
                }
            }
        } catch (IOException e) {
            lines.accept("(output cut off: " + e.getMessage() + ")");
        }
        if (length > 0) {
            lines.accept(text(line, length));
        }
    }

    private static String text(byte[] line, int length) {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, StandardCharsets.UTF_8);
    }
}
