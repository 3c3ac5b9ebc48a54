package dev.rbee.service.models;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code models/index.json}: models adopted in place, and hashes by what was hashed. Thread-safe; each change is written at
 * once and in one step. A damaged file is moved aside: hashes are computed again, references have to be imported again.
 */
final class ModelIndex {
    private static final Logger LOG = LoggerFactory.getLogger(ModelIndex.class);

    private final Path file;
    private final Map<String, String> references = new TreeMap<>();
    private final Map<ModelFile.Stamp, String> hashes = new java.util.LinkedHashMap<>();

    record Hash(String path, long size, long modifiedMs, String sha256) {}

    record Content(
            @Nullable Map<String, String> references,
            @Nullable List<Hash> hashes) {}

    ModelIndex(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                Content content = Json.read(Files.readAllBytes(file), Content.class);
                load(content);
            }
        } catch (IOException | ProblemException e) {
            LOG.warn("file={} is damaged and moved aside: {}", file, e.toString());
            moveAside();
        }
    }

    private void load(Content content) {
        if (content.references() != null) {
            content.references().forEach((name, path) -> {
                if (ModelNames.good(name)) {
                    references.put(name, path);
                }
            });
        }
        if (content.hashes() != null) {
            content.hashes()
                    .forEach(h -> hashes.put(new ModelFile.Stamp(h.path(), h.size(), h.modifiedMs()), h.sha256()));
        }
    }

    private void moveAside() {
        try {
            Files.move(
                    file, file.resolveSibling("index.json.damaged"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("file={} cannot be moved: {}", file, e.toString());
        }
    }

    synchronized Map<String, String> references() {
        return new TreeMap<>(references);
    }

    synchronized void refer(String name, Path path) throws IOException {
        references.put(name, path.toString());
        write();
    }

    synchronized void forget(String name) throws IOException {
        references.remove(name);
        write();
    }

    synchronized @Nullable String hash(ModelFile.Stamp stamp) {
        return hashes.get(stamp);
    }

    synchronized void hashed(ModelFile.Stamp stamp, String sha256) throws IOException {
        hashes.keySet().removeIf(old -> old.path().equals(stamp.path()));
        hashes.put(stamp, sha256);
        write();
    }

    private void write() throws IOException {
        List<Hash> list = hashes.entrySet().stream()
                .map(e -> new Hash(
                        e.getKey().path(), e.getKey().size(), e.getKey().modifiedMs(), e.getValue()))
                .toList();
        PrivateFiles.replace(file, Json.write(new Content(references, list)) + "\n");
    }
}
