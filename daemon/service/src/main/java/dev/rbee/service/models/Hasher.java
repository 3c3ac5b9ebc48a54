package dev.rbee.service.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hashes files one after the other on a thread of its own; what it finds goes into the index. What was hashed while it came is not read again. */
final class Hasher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hasher.class);

    private final ModelIndex index;
    private final Runnable news;
    private final BlockingQueue<ModelFile.Stamp> wanted = new LinkedBlockingQueue<>();
    private final Set<ModelFile.Stamp> taken = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closed;

    /** {@code news} is run after each. */
    Hasher(ModelIndex index, Runnable news) {
        this.index = index;
        this.news = news;
        this.thread = Thread.ofPlatform().daemon().name("model-hasher").start(this::run);
    }

    /** Asks for the hash of that state of a file; once is enough. */
    void want(ModelFile.Stamp stamp) {
        if (taken.add(stamp)) {
            wanted.add(stamp);
        }
    }

    private void run() {
        ModelFile.Stamp stamp = null;
        while (!closed) {
            try {
                stamp = wanted.take();
                String sha256 = sha256(Path.of(stamp.path()));
                if (!closed && unchanged(stamp)) {
                    index.hashed(stamp, sha256);
                    news.run();
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException e) {
                LOG.warn("a model file cannot be hashed: {}", e.toString());
                if (stamp != null) {
                    taken.remove(stamp); // it may come back: a share
                }
            }
        }
    }

    private static boolean unchanged(ModelFile.Stamp stamp) throws IOException {
        Path file = Path.of(stamp.path());
        return Files.size(file) == stamp.size()
                && Files.getLastModifiedTime(file).toMillis() == stamp.modifiedMs();
    }

    private String sha256(Path file) throws IOException, InterruptedException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 18];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                if (closed) {
                    throw new InterruptedException();
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Ends it; waits for two seconds at most, so that it writes nothing afterwards. A share that hangs is not waited for longer. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            var _ = thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
