package dev.rbee.service.models;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.models.DeletedModel;
import dev.rbee.contract.models.GcReport;
import dev.rbee.contract.models.ImportModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.RemoteFile;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The models of one hive: the one that comes with rbee, files in the store's folder, files adopted in place, and what lies in folders of
 * others. Thread-safe; methods read the disk of the store, never that of a place that may be away.
 */
public final class ModelStore implements AutoCloseable {
    private final Path folder;
    private final ModelIndex index;
    private final ModelFacts facts = new ModelFacts();
    private final Hasher hasher;
    private final Watches watches;
    private final Shelf shelf;
    private final Blobs blobs;
    private final Partials partials;
    private final ModelImports imports;
    private final Removal removal;
    private final Garbage garbage;

    /** A store alone, with no places of others. */
    public ModelStore(Path folder, Path bundledModels) {
        this(new StoreParts(folder, bundledModels, List.of(), InstantSource.system(), System::nanoTime, () -> {}));
    }

    /** Opens the store, creating its folders. */
    public ModelStore(StoreParts parts) {
        PrivateFiles.createFolder(parts.folder());
        this.folder = real(parts.folder());
        this.index = new ModelIndex(folder.resolve("index.json"));
        this.blobs = new Blobs(folder.resolve("blobs"));
        this.partials = new Partials(folder.resolve("partial"));
        this.hasher = new Hasher(index, parts.changed());
        this.watches = new Watches(
                parts.places(), facts, new PlaceMemory(folder.resolve("places.json")), parts.nanos(), parts.changed());
        Path bundled = real(parts.bundledModels().resolve("rbee-demo.gguf"));
        this.shelf = new Shelf(folder, bundled, index, facts, hasher, watches);
        this.imports = new ModelImports(folder, index, facts);
        this.removal = new Removal(index, blobs, partials);
        this.garbage = new Garbage(folder, blobs, partials, parts.clock());
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

    /** All models and unfinished downloads, by name; hashes that are not known yet are computed in the background. */
    public List<ModelEntry> list() {
        watches.refresh(Watches.EVERY);
        Stream<ModelEntry> whole = shelf.catalog().items().stream().map(Item::entry);
        return Stream.concat(whole, partials.listed(blobs).stream())
                .sorted(Comparator.comparing(ModelEntry::id))
                .toList();
    }

    /** Looks at the places of others now, in the background. */
    public void rescan() {
        watches.refresh(Duration.ZERO);
    }

    /** One model's entry, by its name or another one of it. Throws {@code model_not_found}. */
    public ModelEntry entry(String name) {
        return item(name).entry();
    }

    /** One model's files, by its name or another one of it. Throws {@code model_not_found}; {@code model_file_missing} where its folder is away. */
    public ModelFile find(String name) {
        Item item = item(name);
        if (item.away()) {
            throw Absent.away(item.file());
        }
        return item.file();
    }

    private Item item(String name) {
        return shelf.catalog().find(name).orElseThrow(() -> ModelNames.unknown(name));
    }

    /** Its header. Throws {@code model_not_found}, {@code model_file_missing} or {@code model_invalid}. */
    public GgufInfo info(ModelFile file) {
        if (file.missing() > 0) {
            throw Absent.parts(file);
        }
        return facts.info(file);
    }

    /** The file with that hash, as far as hashes are known: a whole model, a part of one, a projector; empty where none has it. */
    public Optional<ModelFile.Stamp> bySha256(String sha256) {
        return new Holdings(shelf.catalog(), index, blobs).file(sha256);
    }

    /** The installed model that consists of exactly these files, in order; empty where there is none. */
    public Optional<ModelFile> holding(List<String> sha256) {
        return new Holdings(shelf.catalog(), index, blobs).model(sha256);
    }

    /** Its files with sizes and hashes, as far as those are known: what another hive needs to fetch it. Throws as {@link #find}. */
    public List<RemoteFile> files(String name) {
        return new Holdings(shelf.catalog(), index, blobs).files(find(name));
    }

    /** All names that are taken, by models and by unfinished downloads. */
    public Set<String> names() {
        return list().stream().map(ModelEntry::id).collect(Collectors.toSet());
    }

    /** Where whole downloads get their names. */
    public Installs installs() {
        return new Installs(folder, blobs, index);
    }

    /** What there is already of an unfinished download, bytes. */
    public long doneBytes(PartialPlan plan) {
        return partials.done(plan, blobs);
    }

    /** What is not whole. */
    public Partials partials() {
        return partials;
    }

    /**
     * Adopts a file, in place or as a copy. Throws {@code invalid_field}, {@code already_exists}, {@code model_file_missing},
     * {@code model_invalid} or {@code storage_full}. A copy blocks for as long as it takes.
     */
    public ModelEntry add(ImportModel request) {
        Path file = imports.add(request, shelf.catalog());
        return shelf.catalog().items().stream()
                .filter(item -> item.file().parts().contains(file))
                .map(Item::entry)
                .findFirst()
                .orElseThrow(() -> ModelNames.unknown(String.valueOf(request.name())));
    }

    /** From now on the model is also known by that name. */
    public void named(String id, String ref) throws IOException {
        index.named(id, ref);
    }

    /**
     * Deletes a model of the store or what there is of an unfinished download, or forgets one adopted in place (its file stays), and says what
     * that frees. Throws {@code model_not_found}, {@code model_protected} for rbee's own, {@code model_in_use} where its name is in
     * {@code used}.
     *
     * @param dryRun only say it
     */
    public DeletedModel delete(String name, Set<String> used, boolean dryRun) {
        return removal.delete(name, shelf.catalog(), used, dryRun);
    }

    /**
     * Takes away what nothing needs: bytes that no name uses, downloads that nobody goes on with. Throws {@code internal_error} where the disk
     * does not let it.
     *
     * @param hive named in the report
     * @param stale age of an unfinished download that counts as given up
     * @param dryRun only say it
     */
    public GcReport collect(String hive, Duration stale, boolean dryRun) {
        try {
            synchronized (removal) {
                return garbage.collect(hive, stale, dryRun);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.INTERNAL_ERROR,
                            "Cannot clean " + folder + ": " + e.getMessage() + ".",
                            "Check the rights of that folder."),
                    e);
        }
    }

    /** Ends hashing and watching. */
    @Override
    public void close() {
        hasher.close();
        watches.close();
    }
}
