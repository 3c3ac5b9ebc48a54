package dev.rbee.service.models;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.models.ImportModel;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.models.adopt.FileSets;
import dev.rbee.service.models.adopt.Found;
import dev.rbee.service.models.adopt.Inside;
import dev.rbee.service.models.adopt.Origin;
import dev.rbee.service.models.adopt.PartName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adopts files: what is recorded is the real path of a regular file that is a whole GGUF model, or the first part of one. One at a time. */
final class ModelImports {
    private static final Logger LOG = LoggerFactory.getLogger(ModelImports.class);
    private static final long SPARE = 64L << 20;

    private final Path folder;
    private final ModelIndex index;
    private final ModelFacts facts;

    ModelImports(Path folder, ModelIndex index, ModelFacts facts) {
        this.folder = folder;
        this.index = index;
        this.facts = facts;
    }

    /** What an adopted file is: with its other parts and its projector, where they lie beside it. Looks into its folder. */
    static ModelFile file(String name, Path path) {
        for (Found found : FileSets.of(Inside.list(path.resolveSibling("")), false)) {
            if (found.parts().contains(path)) {
                return new ModelFile(
                        name, found.parts(), found.missing(), found.projector(), Origin.IMPORTED, List.of(), null);
            }
        }
        return new ModelFile(name, path, Origin.IMPORTED);
    }

    /** The (first) file that it lists now. */
    synchronized Path add(ImportModel request, Catalog catalog) {
        Path source = source(request.path());
        String asked = request.name();
        String stem = PartName.of(source.getFileName().toString())
                .map(PartName::stem)
                .orElse(source.getFileName().toString());
        String name = asked == null || asked.isBlank() ? ModelNames.from(stem) : ModelNames.checked(asked);
        try {
            boolean shown = index.hide(source, false);
            shown |= index.hide(Path.of(String.valueOf(request.path())), false); // a part's link in the hub's cache
            if (shown && (asked == null || asked.isBlank())) {
                return source; // its place shows it again, under its own name
            }
            if (catalog.find(name).filter(item -> item.file().id().equals(name)).isPresent()) {
                throw ProblemException.of(
                        ProblemCode.ALREADY_EXISTS,
                        "There is a model \"" + name + "\" already.",
                        "Import it under another name, or remove that one: rbee model rm " + name);
            }
            ModelFile file = file(name, source);
            if (file.missing() > 0) {
                throw Absent.parts(file);
            }
            GgufInfo info = facts.info(file);
            LOG.info("model={} file={} architecture={} bytes={}", name, source, info.architecture(), info.fileBytes());
            if (Boolean.TRUE.equals(request.copy())) {
                return copy(file);
            }
            refer(file);
            return file.path();
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.INTERNAL_ERROR,
                            "Cannot import " + source + ": " + e.getMessage() + ".",
                            "Check the rights of " + folder + "."),
                    e);
        }
    }

    private static Path source(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new ProblemException(Problem.missing("path"));
        }
        try {
            Path path = Path.of(text);
            if (!path.isAbsolute() || !path.equals(path.normalize())) {
                throw new ProblemException(Problem.field(
                        "path", "\"" + text + "\" is not a plain absolute path.", "Send one without \"..\"."));
            }
            Path real = path.toRealPath();
            if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                throw new ProblemException(
                        Problem.field("path", real + " is not a regular file.", "Name a GGUF file."));
            }
            return real;
        } catch (InvalidPathException e) {
            throw new ProblemException(
                    Problem.field("path", "That is no path: " + e.getReason() + ".", "Send a path."), e);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.MODEL_FILE_MISSING,
                            "There is no readable file " + text + ".",
                            "Check the path."),
                    e);
        }
    }

    private void refer(ModelFile file) throws IOException {
        if (file.path().startsWith(folder)) {
            throw new ProblemException(Problem.field(
                    "path",
                    file.path() + " is in the store already.",
                    "rbee model list shows it under its file name."));
        }
        index.refer(file.id(), file.path());
    }

    private Path copy(ModelFile file) throws IOException {
        long size = 0;
        for (ModelFile.Stamp each : file.stamps()) {
            size += each.size();
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < size + SPARE) {
            throw ProblemException.of(
                    ProblemCode.STORAGE_FULL,
                    "The copy needs " + size + " bytes, " + folder + " has " + free + " free.",
                    "Import it in place, without a copy.");
        }
        Path projector = file.projector();
        if (projector != null) {
            copy(projector, folder.resolve(Installs.projector(file.id())));
        }
        int parts = file.parts().size();
        for (int i = parts - 1; i >= 0; i--) { // the first one last: it makes the model
            copy(file.parts().get(i), folder.resolve(PartName.file(file.id(), i + 1, parts)));
        }
        return folder.resolve(PartName.file(file.id(), 1, parts));
    }

    private void copy(Path source, Path target) throws IOException {
        Path part = Files.createTempFile(folder, "." + target.getFileName(), ".part");
        try {
            Files.copy(source, part, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            Blobs.sync(folder);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
