package dev.rbee.service.models;

import dev.rbee.contract.models.DeletedModel;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.models.adopt.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes models away and says what that frees. One at a time; touches the disk. */
final class Removal {
    private static final Logger LOG = LoggerFactory.getLogger(Removal.class);

    private final ModelIndex index;
    private final Blobs blobs;
    private final Partials partials;

    Removal(ModelIndex index, Blobs blobs, Partials partials) {
        this.index = index;
        this.blobs = blobs;
        this.partials = partials;
    }

    synchronized DeletedModel delete(String name, Catalog catalog, Set<String> used, boolean dryRun) {
        Item item = catalog.find(name).orElse(null);
        try {
            if (item == null) {
                return partial(name, dryRun);
            }
            ModelFile file = item.file();
            allowed(file, used);
            DeletedModel answer = switch (file.origin()) {
                case STORED -> stored(item, catalog, dryRun);
                case BUNDLED -> throw new IllegalStateException("refused above");
                case IMPORTED -> forgotten(file, dryRun);
                case FOLDER, OLLAMA, LM_STUDIO, HUGGINGFACE, LLAMA_CPP -> hidden(file, dryRun);
            };
            LOG.info("model={} deleted={} frees={}", file.id(), !dryRun, answer.freedBytes());
            return answer;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.INTERNAL_ERROR,
                            "Cannot delete " + name + ": " + e.getMessage() + ".",
                            "Check the rights of its folder."),
                    e);
        }
    }

    private static void allowed(ModelFile file, Set<String> used) {
        if (file.origin() == Origin.BUNDLED) {
            throw ProblemException.of(
                    ProblemCode.MODEL_PROTECTED,
                    "Model " + file.id() + " is part of rbee and stays.",
                    "Models that were fetched or imported can be removed: rbee model list names them.");
        }
        if (used.contains(file.id())) {
            throw ProblemException.of(
                    ProblemCode.MODEL_IN_USE,
                    "Model " + file.id() + " is used by a worker.",
                    "Stop its workers first: rbee worker list");
        }
    }

    private DeletedModel stored(Item item, Catalog catalog, boolean dryRun) throws IOException {
        ModelFile file = item.file();
        Set<Path> files = new LinkedHashSet<>(file.parts());
        Path projector = file.projector();
        if (projector != null && !shared(projector, file, catalog)) {
            files.add(projector);
        }
        long size = 0;
        long freed = 0;
        for (Path each : files) {
            if (!Files.exists(each)) {
                continue;
            }
            Path blob = blob(each);
            size += Files.size(each);
            if (Blobs.links(each) <= (blob == null ? 1 : 2)) {
                freed += Files.size(each);
                if (!dryRun && blob != null && !partials.held(Blobs.hash(blob))) {
                    Files.deleteIfExists(blob);
                }
            }
            if (!dryRun) {
                Files.deleteIfExists(each);
            }
        }
        if (!dryRun) {
            index.forget(file.id());
        }
        String kept = freed == size ? "" : " " + (size - freed) + " bytes stay: another name uses them.";
        return answer(file.id(), dryRun, freed, (dryRun ? "Deletes " : "Deleted ") + names(files.size()) + "." + kept);
    }

    private static String names(int files) {
        return files == 1 ? "its file" : "its " + files + " files";
    }

    private static boolean shared(Path projector, ModelFile file, Catalog catalog) {
        return catalog.items().stream()
                .anyMatch(other -> !other.file().id().equals(file.id())
                        && projector.equals(other.file().projector()));
    }

    /** The blob that is the same bytes as the file; null where the file has its bytes alone. */
    private @Nullable Path blob(Path file) throws IOException {
        String known = index.hash(new ModelFile("file", file, Origin.STORED).stamp());
        if (known != null) {
            Path blob = blobs.find(known).orElse(null);
            return blob != null && Files.isSameFile(blob, file) ? blob : null;
        }
        for (String each : Blobs.links(file) == 1 ? List.<String>of() : blobs.all()) {
            if (Files.isSameFile(blobs.path(each), file)) {
                return blobs.path(each);
            }
        }
        return null;
    }

    private DeletedModel forgotten(ModelFile file, boolean dryRun) throws IOException {
        if (!dryRun) {
            index.forget(file.id());
        }
        return answer(file.id(), dryRun, 0, "Its file " + file.path() + " stays where it is; rbee forgets it.");
    }

    private DeletedModel hidden(ModelFile file, boolean dryRun) throws IOException {
        if (!dryRun) {
            index.hide(file.path(), true);
            index.forget(file.id());
        }
        return answer(
                file.id(),
                dryRun,
                0,
                "Its file " + file.path() + " belongs to another program and stays; rbee shows it no more. Importing it"
                        + " brings it back.");
    }

    private DeletedModel partial(String name, boolean dryRun) throws IOException {
        for (PartialPlan plan : partials.plans()) {
            if (plan.id().equals(name) || name.equals(plan.ref())) {
                return partial(plan, dryRun);
            }
        }
        throw ModelNames.unknown(name);
    }

    private DeletedModel partial(PartialPlan plan, boolean dryRun) throws IOException {
        if (partials.busy(plan)) {
            throw ProblemException.of(
                    ProblemCode.MODEL_IN_USE,
                    "Model " + plan.id() + " is being downloaded.",
                    "Cancel its download first.");
        }
        long freed = Garbage.bytes(partials, plan);
        List<Path> loose = new ArrayList<>();
        for (PartialPlan.Piece each : plan.files()) {
            Path blob = each.sha256() == null ? null : blobs.find(each.sha256()).orElse(null);
            if (blob != null && Blobs.links(blob) == 1) {
                freed += Files.size(blob);
                loose.add(blob);
            }
        }
        if (!dryRun) {
            partials.remove(plan);
            for (Path each : loose) {
                Files.deleteIfExists(each);
            }
        }
        return answer(plan.id(), dryRun, freed, "An unfinished download.");
    }

    private static DeletedModel answer(String id, boolean dryRun, long freed, String message) {
        return new DeletedModel(id, dryRun, freed, null, message);
    }
}
