package dev.rbee.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Text as Debian keeps manuals and changelogs: as small as gzip makes it, and with no time in it. */
final class Compressed {
    /** Where the head says how hard it was tried, and the value for: as hard as possible. */
    private static final int EFFORT = 8;

    private static final byte MOST = 2;

    private Compressed() {}

    /** Writes it; makes the folder. */
    static void write(Path to, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Hardest out = new Hardest(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] made = bytes.toByteArray();
        made[EFFORT] = MOST;
        Files.createDirectories(to.resolveSibling(""));
        Files.write(to, made);
    }

    private static final class Hardest extends GZIPOutputStream {
        Hardest(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
