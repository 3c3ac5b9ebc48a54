package dev.rbee.service.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Writes {@code tar.gz} in the old, plain form (ustar) that every tar reads: files only, owned by nobody in particular, the same bytes at every build. */
public final class TarGz {
    private static final int BLOCK = 512;
    private static final int NAME_MOST = 100;
    private static final long TIME = 1_767_225_600L; // 2026-01-01

    private TarGz() {}

    /**
     * A file of an archive.
     *
     * @param program may be executed
     * @param reader gives its bytes, when they are needed
     */
    public record Item(boolean program, Reader reader) {}

    /** Reads one file. */
    @FunctionalInterface
    public interface Reader {
        /** All of it. */
        byte[] read() throws IOException;
    }

    /** Writes it; returns its SHA-256 as hexadecimal digits. Blocks while it reads and compresses. */
    public static String write(Path file, Map<String, Item> items) throws IOException {
        MessageDigest hash = sha256();
        try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                OutputStream out = new GZIPOutputStream(new DigestOutputStream(raw, hash), 1 << 16)) {
            for (Map.Entry<String, Item> item : items.entrySet()) {
                byte[] content = item.getValue().reader().read();
                out.write(header(item.getKey(), item.getValue().program(), content.length));
                out.write(content);
                out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
            }
            out.write(new byte[2 * BLOCK]);
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static byte[] header(String name, boolean program, int size) throws IOException {
        byte[] header = new byte[BLOCK];
        int split = name.length() <= NAME_MOST ? -1 : name.indexOf('/', name.length() - NAME_MOST - 1);
        if (name.length() > NAME_MOST && (split < 0 || split > 155)) {
            throw new IOException("the name is too long for a plain tar: " + name);
        }
        put(header, 0, name.substring(split + 1));
        put(header, 100, program ? "0000755" : "0000644");
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, "%011o".formatted(size));
        put(header, 136, "%011o".formatted(TIME));
        put(header, 148, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar\0" + "00");
        put(header, 345, split < 0 ? "" : name.substring(0, split));
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
