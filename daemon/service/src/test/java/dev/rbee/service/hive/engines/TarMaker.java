package dev.rbee.service.hive.engines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes tar archives, also such as nobody honest writes. */
public final class TarMaker {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** An empty one. */
    public TarMaker() {}

    /** A file. */
    public TarMaker file(String name, String content, boolean executable) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return entry(name, "", '0', executable ? 0755 : 0644, bytes.length, bytes);
    }

    TarMaker link(String name, String target, char type) {
        return entry(name, target, type, 0777, 0, new byte[0]);
    }

    TarMaker folder(String name) {
        return entry(name, "", '5', 0755, 0, new byte[0]);
    }

    TarMaker device(String name) {
        return entry(name, "", '3', 0644, 0, new byte[0]);
    }

    /** With another size in the head than there is content. */
    TarMaker entry(String name, String target, char type, int mode, long size, byte[] content) {
        if (name.length() > 99) {
            byte[] longName = (name + "\0").getBytes(StandardCharsets.UTF_8);
            entry("././@LongLink", "", 'L', 0644, longName.length, longName);
        }
        byte[] head = new byte[512];
        put(head, 0, name.substring(0, Math.min(99, name.length())));
        put(head, 100, String.format(Locale.ROOT, "%07o", mode));
        put(head, 124, String.format(Locale.ROOT, "%011o", size));
        head[156] = (byte) type;
        put(head, 157, target);
        put(head, 257, "ustar");
        long sum = 8 * ' ';
        for (byte b : head) {
            sum += b & 0xff;
        }
        put(head, 148, String.format(Locale.ROOT, "%06o", sum));
        out.writeBytes(head);
        out.writeBytes(content);
        out.writeBytes(new byte[(512 - content.length % 512) % 512]);
        return this;
    }

    /** Writes it all, packed. */
    public Path write(Path file) throws IOException {
        out.writeBytes(new byte[1024]);
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.writeTo(gzip);
        }
        return file;
    }

    private static void put(byte[] head, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, head, at, bytes.length);
    }
}
