package dev.rbee.service.models.hub;

import dev.rbee.contract.gguf.GgufSets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model of a repository in one quantization.
 *
 * @param parts in order; one where it is not split
 * @param projector that belongs to it; null where there is none
 */
record RepoModel(
        @Nullable String quantization,
        List<RepoFile> parts,
        @Nullable RepoFile projector) {
    RepoFile first() {
        return parts.getFirst();
    }

    /** File name without the number of a part. */
    String name() {
        return GgufSets.whole(first().name());
    }

    /** Bytes of all parts; null where one is not known. */
    @Nullable
    Long size() {
        long sum = 0;
        for (RepoFile part : parts) {
            if (part.size() == null) {
                return null;
            }
            sum += part.size();
        }
        return sum;
    }
}
