package dev.rbee.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A file of the hub; its bytes stay on the disk.
 *
 * @param name with its folders
 * @param large kept as the hub keeps large files: its SHA-256 is listed and is its etag; else neither
 */
public record HubFile(String name, Path content, long size, String sha256, boolean large) {
    private static final int STEP = 256 << 10;

    static HubFile of(String name, Path content, boolean large) {
        try {
            return new HubFile(name, content, Files.size(content), sha256(content), large);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[STEP];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                // the digest listens
            }
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the storage calls this state of the file. */
    String etag() {
        return "\"" + sha256.substring(0, 32) + "\"";
    }

    /** Sends some bytes, with every byte of them changed where {@code wrong}; how many it were. */
    long send(FileChannel file, long from, long count, boolean wrong, WritableByteChannel to) throws IOException {
        if (!wrong) {
            return file.transferTo(from, Math.min(count, STEP), to);
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(count, STEP));
        int read = file.read(bytes, from);
        bytes.flip();
        for (int i = 0; i < read; i++) {
            bytes.put(i, (byte) ~bytes.get(i));
        }
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
        return read;
    }
}
