package dev.rbee.service.queen.models;

import dev.rbee.contract.models.ResolvedModel;
import dev.rbee.contract.models.ref.ModelRef;
import org.jspecify.annotations.Nullable;

/** What references mean outside: the catalogue, the hub, addresses. Blocks; throws {@link dev.rbee.contract.problem.ProblemException}. */
public interface ModelSource {
    /** The files behind a reference. Throws {@code source_not_found}, {@code model_not_found}, {@code offline} and so on. */
    ResolvedModel resolve(ModelRef ref);

    /** Whether the curated catalogue has it; never asks anybody. */
    boolean inLibrary(ModelRef ref);

    /** What opens the hub's gated repositories; null where there is none. Never logged. */
    @Nullable
    String token();
}
