package dev.rbee.service.models;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is known of model files, read once per state of a file. Thread-safe. */
final class ModelFacts {
    private static final int KEPT = 1_000;

    private final Map<ModelFile.Stamp, Known> known = new ConcurrentHashMap<>();
    private final ModelIndex index;
    private final Hasher hasher;

    private record Known(@Nullable GgufInfo info, @Nullable ProblemException problem) {}

    ModelFacts(ModelIndex index, Hasher hasher) {
        this.index = index;
        this.hasher = hasher;
    }

    /** The header; throws what is wrong with the file. */
    GgufInfo info(ModelFile file) {
        Known facts = known(file, file.stamp());
        GgufInfo info = facts.info();
        if (info != null) {
            return info;
        }
        ProblemException problem = facts.problem();
        throw problem == null ? new IllegalStateException("no facts of " + file) : problem;
    }

    ModelEntry entry(ModelFile file) {
        ModelFile.Stamp stamp;
        try {
            stamp = file.stamp();
        } catch (ProblemException e) {
            return broken(file, 0, null, e);
        }
        String sha256 = index.hash(stamp);
        if (sha256 == null) {
            hasher.want(stamp);
        }
        Known facts = known(file, stamp);
        ProblemException problem = facts.problem();
        GgufInfo info = facts.info();
        if (info == null) {
            return broken(file, stamp.size(), sha256, problem);
        }
        return new ModelEntry(
                file.id(),
                file.path().getFileName().toString(),
                file.path().toString(),
                stamp.size(),
                sha256,
                "installed",
                info.architecture(),
                info.quantization(),
                info.shape().context(),
                info.parameters(),
                info.embeddingOnly(),
                info.generates(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                info.header());
    }

    private Known known(ModelFile file, ModelFile.Stamp stamp) {
        if (known.size() > KEPT) {
            known.clear();
        }
        return known.computeIfAbsent(stamp, s -> {
            try {
                return new Known(file.read(), null);
            } catch (ProblemException e) {
                return new Known(null, e);
            }
        });
    }

    private static ModelEntry broken(
            ModelFile file, long size, @Nullable String sha256, @Nullable ProblemException problem) {
        String message = problem == null ? "" : problem.problem().message();
        return new ModelEntry(
                file.id(),
                file.path().getFileName().toString(),
                file.path().toString(),
                size,
                sha256,
                "invalid",
                null,
                null,
                null,
                null,
                false,
                false,
                message,
                null);
    }
}
