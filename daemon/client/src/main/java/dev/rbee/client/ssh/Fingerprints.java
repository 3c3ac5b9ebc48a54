package dev.rbee.client.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How host keys are shown to people. */
final class Fingerprints {
    private Fingerprints() {}

    /** {@code SHA256:...}, as {@code ssh-keygen -l} shows it. */
    static String of(byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The type that stands in the key itself, {@code ssh-ed25519} for instance. */
    static String type(byte[] key) {
        ByteBuffer buffer = ByteBuffer.wrap(key);
        int length = key.length < 4 ? -1 : buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            return "unknown";
        }
        return new String(key, 4, length, StandardCharsets.US_ASCII);
    }
}
