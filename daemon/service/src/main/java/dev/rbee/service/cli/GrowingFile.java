package dev.rbee.service.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A text file that grows, and begins anew when it is full. Not thread-safe. */
final class GrowingFile {
    private static final int CHUNK = 512 * 1024;

    private final Path file;
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
    private long at;

    GrowingFile(Path file) {
        this.file = file;
    }

    /** Its last lines, so many at most; what comes behind them is new. Reads the disk. */
    List<String> tail(int lines) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, in.length() - CHUNK);
            byte[] end = new byte[(int) (in.length() - from)];
            in.seek(from);
            in.readFully(end);
            at = from + end.length;
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(from > 0 ? 1 : 0, all.size() - Math.max(0, lines)), all.size());
        }
    }

    /** Whole lines that have come since; from the beginning where it began anew. Reads the disk; nothing where it is away. */
    List<String> more() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            if (in.length() < at) {
                at = 0;
                rest.reset();
            }
            in.seek(at);
            byte[] chunk = new byte[(int) Math.min(CHUNK, in.length() - at)];
            in.readFully(chunk);
            at += chunk.length;
            rest.write(chunk);
        }
        byte[] all = rest.toByteArray();
        int end = all.length;
        while (end > 0 && all[end - 1] != '\n') {
            end--;
        }
        rest.reset();
        rest.write(all, end, all.length - end);
        return new String(all, 0, end, StandardCharsets.UTF_8).lines().toList();
    }
}
