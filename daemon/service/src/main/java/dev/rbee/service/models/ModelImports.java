package dev.rbee.service.models;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.gguf.GgufReader;
import dev.rbee.contract.models.ImportModel;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adopts files: what is recorded is the real path of a regular file that is a whole GGUF model. One at a time. */
final class ModelImports {
    private static final Logger LOG = LoggerFactory.getLogger(ModelImports.class);

    private final Path folder;
    private final ModelIndex index;

    ModelImports(Path folder, ModelIndex index) {
        this.folder = folder;
        this.index = index;
    }

    synchronized ModelFile add(ImportModel request, Set<String> names) {
        Path source = source(request.path());
        String asked = request.name();
        String name = asked == null || asked.isBlank()
                ? ModelNames.from(source.getFileName().toString())
                : ModelNames.checked(asked);
        if (names.contains(name)) {
            throw ProblemException.of(
                    ProblemCode.ALREADY_EXISTS,
                    "There is a model \"" + name + "\" already.",
                    "Import it under another name, or remove that one: rbee model rm " + name);
        }
        GgufInfo info = GgufReader.read(source);
        LOG.info("model={} file={} architecture={} bytes={}", name, source, info.architecture(), info.fileBytes());
        try {
            return Boolean.TRUE.equals(request.copy()) ? copy(source, name, info.fileBytes()) : refer(source, name);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.INTERNAL_ERROR,
                            "Cannot import " + source + ": " + e.getMessage() + ".",
                            "Check the rights of " + folder + "."),
                    e);
        }
    }

    private static Path source(@org.jspecify.annotations.Nullable String text) {
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

    private ModelFile refer(Path source, String name) throws IOException {
        if (source.startsWith(folder)) {
            throw new ProblemException(Problem.field(
                    "path", source + " is in the store already.", "rbee model list shows it under its file name."));
        }
        index.refer(name, source);
        return new ModelFile(name, source, ModelFile.Origin.REFERENCED);
    }

    private ModelFile copy(Path source, String name, long size) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < size + (64L << 20)) {
            throw ProblemException.of(
                    ProblemCode.STORAGE_FULL,
                    "The copy needs " + size + " bytes, " + folder + " has " + free + " free.",
                    "Import it in place, without a copy.");
        }
        Path target = folder.resolve(name + ".gguf");
        Path part = Files.createTempFile(folder, "." + name, ".part");
        try {
            Files.copy(source, part, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            GgufInfo copied = GgufReader.read(part);
            LOG.debug("model={} copied, bytes={}", name, copied.fileBytes());
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return new ModelFile(name, target, ModelFile.Origin.STORED);
    }
}
