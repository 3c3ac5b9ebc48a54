package dev.rbee.service.models.download;

import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for a download that another job does. */
final class Followed {
    private Followed() {}

    static ModelEntry await(CompletableFuture<ModelEntry> other) throws InterruptedException {
        try {
            return other.get();
        } catch (CancellationException e) {
            throw ended();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProblemException known ? known : ended();
        }
    }

    private static ProblemException ended() {
        return ProblemException.of(
                ProblemCode.CANCELLED,
                "The job that downloaded this model was ended.",
                "Pull it again; what came is kept.");
    }
}
