package dev.rbee.service.queen.logs;

import dev.rbee.http.Sse;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Follows a text file as {@code log} events, also when it is replaced by a new one. Blocks on its reader's thread. */
public final class LogTail {
    private static final int BLOCK = 256 * 1024;
    private static final long LOOK_MS = 300;

    private final Path file;
    private final int lines;
    private long at;
    private final StringBuilder rest = new StringBuilder();

    /**
     * Of that file, which may not be there yet.
     *
     * @param lines of the end to begin with
     */
    public LogTail(Path file, int lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Sends the end of what is there. */
    public void last(Sse sse) throws IOException {
        at = Files.exists(file) ? Math.max(0, Files.size(file) - BLOCK) : 0;
        boolean cut = at > 0;
        String[] last = read().split("\n", -1);
        int from = Math.max(cut ? 1 : 0, last.length - 1 - lines);
        for (int i = from; i < last.length - 1; i++) {
            send(sse, last[i]);
        }
        rest.append(last[last.length - 1]);
    }

    /** After {@link #last}: sends what is added, until the reader has gone. */
    public void follow(Sse sse) throws IOException, InterruptedException {
        while (sse.isOpen()) {
            String more = read();
            for (int i = 0; i < more.length(); i++) {
                char c = more.charAt(i);
                if (c == '\n') {
                    send(sse, rest.toString());
                    rest.setLength(0);
                } else {
                    rest.append(c);
                }
            }
            if (more.isEmpty()) {
                Thread.sleep(LOOK_MS);
            }
        }
    }

    private static void send(Sse sse, String line) throws IOException {
        sse.event(null, "log", Map.of("line", line.endsWith("\r") ? line.substring(0, line.length() - 1) : line));
    }

    private String read() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            long size = open.length();
            if (size < at) {
                at = 0; // begun anew
            }
            byte[] bytes = new byte[(int) Math.min(BLOCK, size - at)];
            open.seek(at);
            open.readFully(bytes);
            int whole = utf8(bytes);
            at += whole;
            return new String(bytes, 0, whole, StandardCharsets.UTF_8);
        }
    }

    /** Bytes up to the last whole character. */
    private static int utf8(byte[] bytes) {
        int end = bytes.length;
        for (int back = 1; back <= 3 && back <= bytes.length; back++) {
            int lead = bytes[bytes.length - back] & 0xff;
            if (lead >= 0xc0) {
                int needs = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
                return needs > back ? end - back : end;
            }
            if (lead < 0x80) {
                return end;
            }
        }
        return end;
    }
}
