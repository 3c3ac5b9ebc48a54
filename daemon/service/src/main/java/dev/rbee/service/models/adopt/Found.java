package dev.rbee.service.models.adopt;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model somewhere on this machine, before it has a name among others. No file of it was opened yet.
 *
 * @param stem what its name is made of
 * @param parts its files, in order; one where it is not split
 * @param missing parts of a split one that are not there
 * @param projector that goes with it; null where it reads text only
 * @param refs other names of it
 * @param sha256 of its first file, where its store names files by it
 * @param within where its parts may be links, the folder that these must not lead out of; null: they are no links
 */
public record Found(
        String stem,
        List<Path> parts,
        int missing,
        @Nullable Path projector,
        List<String> refs,
        @Nullable String sha256,
        @Nullable Path within) {
    /** One file and nothing else known of it. */
    public static Found of(String stem, Path file) {
        return new Found(stem, List.of(file), 0, null, List.of(), null, null);
    }

    /** The same under these other names. */
    public Found with(List<String> names) {
        return new Found(stem, parts, missing, projector, List.copyOf(names), sha256, within);
    }

    /** The first file. */
    public Path first() {
        return parts.getFirst();
    }
}
