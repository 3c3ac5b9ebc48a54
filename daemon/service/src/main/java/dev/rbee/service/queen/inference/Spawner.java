package dev.rbee.service.queen.inference;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Starts workers for models that nobody runs yet. */
@FunctionalInterface
public interface Spawner {
    /** Starts nothing. */
    Spawner NONE = (model, node) -> Optional.empty();

    /**
     * What is being done for those who wait.
     *
     * @param words for people
     * @param fraction 0 to 1, where known
     * @param moving a model is on its way to the hive, which may take long
     */
    record Doing(String words, @Nullable Double fraction, boolean moving) {}

    /**
     * Sees to it that a worker of the model is started, once however many ask, and returns at once. Empty: no hive that is online has the model
     * (or the one named has it not, and cannot get it).
     *
     * @return completes with the worker's id when that worker can be used, or fails with a
     *     {@link dev.rbee.contract.problem.ProblemException}
     */
    Optional<CompletableFuture<String>> ensure(String model, @Nullable String node);

    /** How far that is; empty where nothing is being done. */
    default Optional<Doing> doing(String model, @Nullable String node) {
        return Optional.empty();
    }
}
