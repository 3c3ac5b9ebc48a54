package dev.rbee.service.models.hub;

import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Which model of a repository a reference means. Pure. */
final class Choice {
    private static final int MOST_NAMED = 12;

    private Choice() {}

    /** Throws {@code source_not_found} that names those there are. */
    static RepoModel of(ModelRef.Hub ref, Repository repository) {
        List<RepoModel> models = repository.models();
        if (models.isEmpty()) {
            throw ProblemException.of(
                    ProblemCode.SOURCE_NOT_FOUND,
                    ref.repository() + " has no GGUF files.",
                    "Look for one that has: rbee model search " + ref.repo().replaceAll("[^A-Za-z0-9.-]+", " "));
        }
        String file = ref.file();
        String quantization = ref.quant();
        if (file != null) {
            return RepoModels.at(models, file).orElseThrow(() -> missing(ref, "no model file " + file, models));
        }
        if (quantization != null) {
            return RepoModels.in(models, quantization).orElseThrow(() -> missing(ref, "no " + quantization, models));
        }
        return RepoModels.usual(models).orElseThrow();
    }

    private static ProblemException missing(ModelRef.Hub ref, String what, List<RepoModel> models) {
        String there = models.stream()
                .map(RepoModel::quantization)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        return ProblemException.of(
                ProblemCode.SOURCE_NOT_FOUND,
                ref.repository() + " has " + what + ".",
                there.isEmpty() ? null : "It has " + there + ".");
    }
}
