package dev.rbee.service.queen.fit;

import dev.rbee.contract.models.ref.ModelRef;

/** Headers of models that no hive has, from where they come from. Blocks. */
@FunctionalInterface
public interface RemoteHeaders {
    /**
     * Reads what is needed of the file behind a reference. Throws {@link dev.rbee.contract.problem.ProblemException}: {@code model_not_found}, {@code source_not_found},
     * {@code offline} and so on.
     */
    Subject of(ModelRef ref);
}
