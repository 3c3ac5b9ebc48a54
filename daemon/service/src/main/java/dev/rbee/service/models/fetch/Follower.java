package dev.rbee.service.models.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;

/**
 * Hashes a part while it grows: follows behind the bytes that stand there without a gap and reads them back, out of the system's cache mostly. What
 * an earlier attempt left is read again, as it may have been changed since. On a thread of its own.
 */
final class Follower {
    private static final int STEP = 1 << 20;

    private final PartFile part;
    private final CompletableFuture<String> result = new CompletableFuture<>();

    Follower(PartFile part, String what) {
        this.part = part;
        Thread.ofPlatform().daemon().name("hash-" + what).start(this::run);
    }

    private void run() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer buffer = ByteBuffer.allocate(STEP);
            long at = 0;
            for (long there = part.awaitPrefix(at); there > at; there = part.awaitPrefix(at)) {
                while (at < there) {
                    buffer.clear().limit((int) Math.min(STEP, there - at));
                    int read = part.read(buffer, at);
                    if (read <= 0) {
                        throw new IOException("the unfinished file became shorter");
                    }
                    digest.update(buffer.flip());
                    at += read;
                }
            }
            result.complete(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | GeneralSecurityException | InterruptedException | RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    /** The hash of everything, after {@link PartFile#end}; blocks. Throws what went wrong. */
    String sha256() throws IOException, InterruptedException {
        try {
            return result.get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
        }
    }
}
