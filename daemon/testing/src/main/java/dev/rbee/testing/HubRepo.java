package dev.rbee.testing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A repository of a {@link HubServer}. Thread-safe. */
public final class HubRepo {
    private final String id;
    private final Path folder;
    private final Map<String, HubFile> files = new ConcurrentSkipListMap<>();
    volatile String license = "apache-2.0";
    volatile boolean gated;
    volatile boolean hidden;
    volatile long downloads = 1000;
    volatile List<String> tags = List.of("gguf", "text-generation", "conversational");

    HubRepo(String id, Path folder) {
        this.id = id;
        this.folder = folder;
    }

    /** {@code owner/name}. */
    public String id() {
        return id;
    }

    /** Adds a large file with the content of that one, which has to stay as it is. */
    public HubRepo file(String name, Path content) {
        files.put(name, HubFile.of(name, content, true));
        return this;
    }

    /** Adds a large file. */
    public HubRepo file(String name, byte[] content) {
        return file(name, write(content));
    }

    /** Adds a large file of random bytes. */
    public HubRepo random(String name, long size, long seed) {
        Random random = new Random(seed);
        byte[] block = new byte[1 << 16];
        try {
            Path file = Files.createTempFile(folder, "random", "");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                for (long left = size; left > 0; left -= block.length) {
                    random.nextBytes(block);
                    out.write(block, 0, (int) Math.min(left, block.length));
                }
            }
            return file(name, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a file as the hub keeps small ones: without a SHA-256. */
    public HubRepo small(String name, byte[] content) {
        files.put(name, HubFile.of(name, write(content), false));
        return this;
    }

    /** Wants an account's agreement: only {@link HubServer#token} opens it. */
    public HubRepo gated() {
        gated = true;
        return this;
    }

    /** Not to be seen without {@link HubServer#token}. */
    public HubRepo hidden() {
        hidden = true;
        return this;
    }

    /** Its licence. */
    public HubRepo license(String name) {
        license = name;
        return this;
    }

    /** How often it was fetched, as the hub says. */
    public HubRepo downloads(long count) {
        downloads = count;
        return this;
    }

    /** What it is about. */
    public HubRepo tags(String... names) {
        tags = List.of(names);
        return this;
    }

    /** The file of that name. Throws where there is none. */
    public HubFile get(String name) {
        HubFile file = files.get(name);
        if (file == null) {
            throw new IllegalArgumentException("no file " + name + " in " + id);
        }
        return file;
    }

    @Nullable
    HubFile find(String name) {
        return files.get(name);
    }

    Collection<HubFile> files() {
        return files.values();
    }

    private Path write(byte[] content) {
        try {
            return Files.write(Files.createTempFile(folder, "file", ""), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
