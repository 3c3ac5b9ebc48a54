package dev.rbee.service.models;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.gguf.GgufReader;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.models.adopt.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a model's files are.
 *
 * @param id name of the model
 * @param parts its files in order, one where it is not split; a file of the store inside it, else as recorded when it was found
 * @param missing parts of a split one that are not there
 * @param projector (mmproj) that goes with it; null where it reads text only
 * @param origin how it came here
 * @param refs other names of it
 * @param within where its parts may be links, the folder that these must not lead out of; null: they must be no links
 */
public record ModelFile(
        String id,
        List<Path> parts,
        int missing,
        @Nullable Path projector,
        Origin origin,
        List<String> refs,
        @Nullable Path within) {
    /** One file that is no link. */
    public ModelFile(String id, Path path, Origin origin) {
        this(id, List.of(path), 0, null, origin, List.of(), null);
    }

    /** The file that an engine is given: the only one, or the first of a split model. */
    public Path path() {
        return parts.getFirst();
    }

    /** What a file was when it was looked at; facts and hashes are kept by it. */
    public record Stamp(String path, long size, long modifiedMs) {}

    /**
     * Looks at the (first) file. Throws {@code model_file_missing} where there is none (any more), or where something else stands
     * in its place: a link that leads elsewhere, a folder.
     */
    public Stamp stamp() {
        return stampOf(path());
    }

    /** Looks at every part. */
    public List<Stamp> stamps() {
        return parts.stream().map(this::stampOf).toList();
    }

    /** Reads its header; throws {@code model_file_missing} or {@code model_invalid}. */
    public GgufInfo read() {
        return GgufReader.read(
                stamps().stream().map(each -> Path.of(each.path())).toList());
    }

    private Stamp stampOf(Path path) {
        try {
            Path real = path.toRealPath();
            boolean there = real.equals(path) || (within != null && real.startsWith(within));
            if (!there || !Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                throw missing(path, "it is not the file it was, but leads to " + real);
            }
            return new Stamp(
                    real.toString(),
                    Files.size(real),
                    Files.getLastModifiedTime(real).toMillis());
        } catch (NoSuchFileException e) {
            throw missing(path, "there is no such file");
        } catch (IOException e) {
            throw missing(path, e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    private ProblemException missing(Path path, String why) {
        return ProblemException.of(
                ProblemCode.MODEL_FILE_MISSING,
                "The file of model " + id + ", " + path + ", is missing: " + why + ".",
                origin == Origin.BUNDLED ? "Install rbee again." : "Put it back, or import the model again.");
    }
}
