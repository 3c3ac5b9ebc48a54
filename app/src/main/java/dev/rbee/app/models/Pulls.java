package dev.rbee.app.models;

import dev.rbee.contract.models.PullModel;
import dev.rbee.contract.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Begins downloads, and remembers what those of this window were asked for, so that they can be tried again. JavaFX thread only. */
final class Pulls {
    private final ModelParts parts;
    private final Map<String, PullModel> asked = new HashMap<>();

    Pulls(ModelParts parts) {
        this.parts = parts;
    }

    /** Begins it; exactly one of the two follows. */
    void begin(PullModel what, Runnable begun, Consumer<Problem> failed) {
        parts.background()
                .run(
                        () -> parts.models().pull(what),
                        job -> {
                            asked.put(job, what);
                            begun.run();
                        },
                        failed);
    }

    /** What that job was asked for. */
    Optional<PullModel> of(String job) {
        return Optional.ofNullable(asked.get(job));
    }
}
