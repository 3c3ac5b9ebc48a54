package dev.rbee.service.models;

import dev.rbee.service.models.adopt.Origin;
import dev.rbee.service.models.adopt.PartName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives whole files their place in the store: the bytes under their hash, then readable names. Thread-safe; touches the disk. */
public final class Installs {
    private final Path folder;
    private final Blobs blobs;
    private final ModelIndex index;

    Installs(Path folder, Blobs blobs, ModelIndex index) {
        this.folder = folder;
        this.blobs = blobs;
        this.index = index;
    }

    /**
     * The bytes with that hash, where the store has them already: from an earlier attempt or another model. A file that lies in the store's
     * folder under a plain name lends its own. Bytes of another size are not taken for them.
     */
    public Optional<Path> have(String sha256, @Nullable Long size, Optional<ModelFile.Stamp> held) throws IOException {
        Optional<Path> there = blobs.find(sha256);
        if (there.isEmpty() && held.isPresent()) {
            Path file = Path.of(held.get().path());
            there = file.startsWith(folder) ? blobs.lend(file, sha256) : Optional.empty();
        }
        boolean whole = there.isEmpty() || size == null || Files.size(there.get()) == size;
        return whole ? there : Optional.empty();
    }

    /** Where the bytes with that hash are, or will be. */
    public Path place(String sha256) {
        return blobs.path(sha256);
    }

    /** Takes bytes away that no name uses. */
    public void drop(List<String> sha256) throws IOException {
        for (String each : sha256) {
            Path blob = blobs.path(each);
            if (Files.exists(blob, LinkOption.NOFOLLOW_LINKS) && Blobs.links(blob) <= 1) {
                Files.deleteIfExists(blob);
            }
        }
    }

    /**
     * Gives the files of a model their readable names, the first part last: from then on it is a model. Throws
     * {@link java.nio.file.FileAlreadyExistsException} where another file has one of them.
     *
     * @param sha256 of each file of the plan, in order; all are in the store
     */
    public void install(PartialPlan plan, List<String> sha256) throws IOException {
        int weights = plan.weights().size();
        List<Integer> order = new ArrayList<>();
        for (int i = plan.files().size() - 1; i >= 0; i--) {
            order.add(i);
        }
        for (int i : order) {
            String name =
                    plan.files().get(i).projector() ? projector(plan.id()) : PartName.file(plan.id(), i + 1, weights);
            Path file = folder.resolve(name);
            blobs.name(blobs.path(sha256.get(i)), file);
            index.hashed(new ModelFile(plan.id(), file, Origin.STORED).stamp(), sha256.get(i));
        }
        if (plan.ref() != null) {
            index.named(plan.id(), plan.ref());
        }
    }

    static String projector(String id) {
        return id + ".mmproj.gguf";
    }
}
