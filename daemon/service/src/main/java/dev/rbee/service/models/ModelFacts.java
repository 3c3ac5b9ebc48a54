package dev.rbee.service.models;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.gguf.GgufReader;
import dev.rbee.contract.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is known of model files, read once per state of a file. Thread-safe; reads the disk. */
final class ModelFacts {
    private static final int KEPT = 2_000;

    private final Map<List<ModelFile.Stamp>, Known> known = new ConcurrentHashMap<>();

    /** The header, or what is wrong with the file. */
    record Known(@Nullable GgufInfo info, @Nullable ProblemException problem) {
        GgufInfo orThrow() {
            if (info != null) {
                return info;
            }
            throw problem == null ? new IllegalStateException("no facts") : problem;
        }
    }

    /** The header of all parts together; throws what is wrong with a file. */
    GgufInfo info(ModelFile file) {
        return info(file.stamps());
    }

    /** The same of files that were looked at. */
    GgufInfo info(List<ModelFile.Stamp> stamps) {
        if (known.size() > KEPT) {
            known.clear();
        }
        return known.computeIfAbsent(stamps, ModelFacts::read).orThrow();
    }

    private static Known read(List<ModelFile.Stamp> stamps) {
        try {
            return new Known(
                    GgufReader.read(
                            stamps.stream().map(each -> Path.of(each.path())).toList()),
                    null);
        } catch (ProblemException e) {
            return new Known(null, e);
        }
    }
}
