package dev.rbee.service.models;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code models/index.json}: models adopted in place, other names of models, what is hidden, and hashes by what was hashed. Thread-safe; each
 * change is written at once and in one step. A damaged file is moved aside: hashes are computed again, references have to be imported again;
 * the models themselves are files and stay.
 */
final class ModelIndex {
    private static final Logger LOG = LoggerFactory.getLogger(ModelIndex.class);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path file;
    private final Map<String, String> references = new TreeMap<>();
    private final Map<String, List<String>> refs = new TreeMap<>();
    private final TreeSet<String> hidden = new TreeSet<>();
    private final Map<String, Hash> hashes = new LinkedHashMap<>();

    record Hash(String path, long size, long modifiedMs, String sha256) {}

    record Content(
            @Nullable Map<String, String> references,
            @Nullable List<Hash> hashes,
            @Nullable Map<String, List<String>> refs,
            @Nullable List<String> hidden) {}

    ModelIndex(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                load(Json.read(Files.readAllBytes(file), Content.class));
            }
        } catch (IOException | ProblemException e) {
            LOG.warn("file={} is damaged and moved aside: {}", file, e.toString());
            moveAside();
        }
    }

    private void load(Content content) {
        Objects.requireNonNullElse(content.references(), Map.<String, String>of())
                .forEach((name, path) -> {
                    if (ModelNames.good(name)) {
                        references.put(name, path);
                    }
                });
        Objects.requireNonNullElse(content.hashes(), List.<Hash>of()).forEach(each -> {
            if (SHA256.matcher(each.sha256()).matches()) {
                hashes.put(each.path(), each);
            }
        });
        Objects.requireNonNullElse(content.refs(), Map.<String, List<String>>of())
                .forEach((name, names) -> refs.put(name, List.copyOf(names)));
        hidden.addAll(Objects.requireNonNullElse(content.hidden(), List.of()));
    }

    private void moveAside() {
        try {
            Files.move(file, file.resolveSibling("index.json.damaged"), StandardCopyOption.REPLACE_EXISTING);
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

    /** Whether a file is left out where it is found. */
    synchronized boolean hidden(Path path) {
        return hidden.contains(path.toString());
    }

    /** From now on it is, or not; true where that is new. */
    synchronized boolean hide(Path path, boolean on) throws IOException {
        boolean news = on ? hidden.add(path.toString()) : hidden.remove(path.toString());
        if (news) {
            write();
        }
        return news;
    }

    /** Other names under which a model was asked for. */
    synchronized List<String> refs(String id) {
        return refs.getOrDefault(id, List.of());
    }

    /** One more; no other model has it from now on. */
    synchronized void named(String id, String ref) throws IOException {
        if (refs(id).contains(ref)) {
            return;
        }
        refs.replaceAll((name, names) ->
                names.stream().filter(each -> !each.equals(ref)).toList());
        refs.put(id, Stream.concat(refs(id).stream(), Stream.of(ref)).toList());
        refs.values().removeIf(List::isEmpty);
        write();
    }

    /** The model is no more: neither adopted in place nor known by other names. */
    synchronized void forget(String id) throws IOException {
        boolean news = references.remove(id) != null;
        news |= refs.remove(id) != null;
        if (news) {
            write();
        }
    }

    synchronized @Nullable String hash(ModelFile.Stamp stamp) {
        Hash known = hashes.get(stamp.path());
        return known != null && known.size() == stamp.size() && known.modifiedMs() == stamp.modifiedMs()
                ? known.sha256()
                : null;
    }

    synchronized void hashed(ModelFile.Stamp stamp, String sha256) throws IOException {
        hashes.put(stamp.path(), new Hash(stamp.path(), stamp.size(), stamp.modifiedMs(), sha256));
        write();
    }

    private void write() throws IOException {
        Content content = new Content(references, List.copyOf(hashes.values()), refs, List.copyOf(hidden));
        PrivateFiles.replace(file, Json.write(content) + "\n");
    }
}
