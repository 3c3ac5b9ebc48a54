package dev.rbee.service.models;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.gguf.GgufReader;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Where a model's file is.
 *
 * @param id name of the model
 * @param path of its file; for a file of the store inside it, else as recorded when it was imported
 * @param origin how it came here
 */
public record ModelFile(String id, Path path, Origin origin) {
    /** How a model came to a hive. */
    public enum Origin {
        /** with rbee */
        BUNDLED,
        /** in the store */
        STORED,
        /** elsewhere on this machine, adopted in place */
        REFERENCED
    }

    /** What a file was when it was looked at; facts and hashes are kept by it. */
    public record Stamp(String path, long size, long modifiedMs) {}

    /**
     * Looks at the file. Throws {@code model_file_missing} where there is none (any more), or where something else stands
     * in its place: a link that leads elsewhere, a folder.
     */
    public Stamp stamp() {
        try {
            Path real = path.toRealPath();
            if (!real.equals(path) || !Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                throw missing("it is not the file it was, but leads to " + real);
            }
            return new Stamp(
                    real.toString(),
                    Files.size(real),
                    Files.getLastModifiedTime(real).toMillis());
        } catch (NoSuchFileException e) {
            throw missing("there is no such file");
        } catch (IOException e) {
            throw missing(e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    /** Reads its header; throws {@code model_file_missing} or {@code model_invalid}. */
    public GgufInfo read() {
        return GgufReader.read(Path.of(stamp().path()));
    }

    private ProblemException missing(String why) {
        return ProblemException.of(
                ProblemCode.MODEL_FILE_MISSING,
                "The file of model " + id + ", " + path + ", is missing: " + why + ".",
                origin == Origin.BUNDLED ? "Install rbee again." : "Put it back, or import the model again.");
    }
}
