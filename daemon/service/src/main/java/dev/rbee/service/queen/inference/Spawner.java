package dev.rbee.service.queen.inference;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Starts workers for models that nobody runs yet. */
public interface Spawner {
    /** Starts nothing. */
    Spawner NONE = (model, node) -> Optional.empty();

    /**
     * Sees to it that a worker of the model is started, once however many ask, and returns at once. Empty: no hive that is online has the model
     * (or the one named has it not).
     *
     * @return completes with the worker's id when that worker can be used, or fails with a
     *     {@link dev.rbee.contract.problem.ProblemException}
     */
    Optional<CompletableFuture<String>> ensure(String model, @Nullable String node);
}
