package dev.rbee.service.models;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.models.ImportModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models of one hive: the one that comes with rbee, files in the store's folder, files adopted in place. Thread-safe;
 * methods read the disk.
 */
public final class ModelStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelStore.class);

    private final Path folder;
    private final Path bundled;
    private final ModelIndex index;
    private final ModelFacts facts;
    private final Hasher hasher;
    private final ModelImports imports;

    /**
     * Opens the store, creating its folder.
     *
     * @param folder of the model files
     * @param bundledModels where rbee's own model is
     */
    public ModelStore(Path folder, Path bundledModels) {
        PrivateFiles.createFolder(folder);
        this.folder = real(folder);
        this.bundled = real(bundledModels.resolve("rbee-demo.gguf"));
        this.index = new ModelIndex(this.folder.resolve("index.json"));
        this.hasher = new Hasher(index);
        this.facts = new ModelFacts(index, hasher);
        this.imports = new ModelImports(this.folder, index);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** The folder of the model files. */
    public Path folder() {
        return folder;
    }

    /** All models, by name; hashes that are not known yet are computed in the background. */
    public List<ModelEntry> list() {
        return files().stream().map(facts::entry).toList();
    }

    /** One model's entry. Throws {@code model_not_found}. */
    public ModelEntry entry(String id) {
        return facts.entry(find(id));
    }

    /** One model's file. Throws {@code model_not_found}. */
    public ModelFile find(String id) {
        return Optional.ofNullable(all().get(id)).orElseThrow(() -> ModelNames.unknown(id));
    }

    /** Its header. Throws {@code model_not_found}, {@code model_file_missing} or {@code model_invalid}. */
    public GgufInfo info(ModelFile file) {
        return facts.info(file);
    }

    /** The file with that hash, as far as hashes are known; empty where none has it. */
    public Optional<ModelFile> bySha256(String sha256) {
        return files().stream()
                .filter(f -> sha256.equals(facts.entry(f).sha256()))
                .findFirst();
    }

    /**
     * Adopts a file, in place or as a copy. Throws {@code invalid_field}, {@code already_exists}, {@code model_file_missing},
     * {@code model_invalid} or {@code storage_full}. A copy blocks for as long as it takes.
     */
    public ModelEntry add(ImportModel request) {
        return facts.entry(imports.add(request, all().keySet()));
    }

    /**
     * Deletes a model of the store, or forgets one adopted in place (its file stays). Throws {@code model_not_found},
     * {@code model_protected} for rbee's own, {@code model_in_use} where its name is in {@code used}.
     */
    public void delete(String id, Set<String> used) {
        ModelFile file = find(id);
        if (file.origin() == ModelFile.Origin.BUNDLED) {
            throw ProblemException.of(ProblemCode.MODEL_PROTECTED, "Model " + id + " is part of rbee and stays.", null);
        }
        if (used.contains(id)) {
            throw ProblemException.of(
                    ProblemCode.MODEL_IN_USE,
                    "Model " + id + " is used by a worker.",
                    "Stop its workers first: rbee worker list");
        }
        try {
            if (file.origin() == ModelFile.Origin.REFERENCED) {
                index.forget(id);
            } else {
                Files.deleteIfExists(file.path());
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.INTERNAL_ERROR,
                            "Cannot delete " + file.path() + ": " + e.getMessage() + ".",
                            null),
                    e);
        }
    }

    private Collection<ModelFile> files() {
        return all().values();
    }

    private Map<String, ModelFile> all() {
        Map<String, ModelFile> found = new TreeMap<>();
        index.references()
                .forEach((name, path) ->
                        found.put(name, new ModelFile(name, Path.of(path), ModelFile.Origin.REFERENCED)));
        for (Path file : stored()) {
            String name = file.getFileName().toString().replaceFirst("\\.gguf$", "");
            if (ModelNames.good(name)) {
                found.put(name, new ModelFile(name, file, ModelFile.Origin.STORED));
            }
        }
        found.put(ModelNames.DEMO, new ModelFile(ModelNames.DEMO, bundled, ModelFile.Origin.BUNDLED));
        return found;
    }

    private List<Path> stored() {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(f -> f.getFileName().toString().endsWith(".gguf"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            LOG.warn("folder={} cannot be listed: {}", folder, e.toString());
            return List.of();
        }
    }

    /** Ends the hashing. */
    @Override
    public void close() {
        hasher.close();
    }
}
