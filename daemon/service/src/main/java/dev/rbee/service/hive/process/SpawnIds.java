package dev.rbee.service.hive.process;

import dev.rbee.contract.workers.SpawnedWorker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Answers by spawn id, so that a repeated request starts nothing twice. The last ones are kept; one owner. */
final class SpawnIds {
    private static final int KEPT = 512;

    private final Map<String, CompletableFuture<SpawnedWorker>> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<SpawnedWorker>> eldest) {
            return size() > KEPT;
        }
    };

    /** True where this id was seen before; then {@code reply} gets the answer that one got or gets. */
    boolean seen(@Nullable String spawnId, CompletableFuture<SpawnedWorker> reply) {
        if (spawnId == null) {
            return false;
        }
        CompletableFuture<SpawnedWorker> first = answers.putIfAbsent(spawnId, reply);
        if (first == null) {
            return false;
        }
        CompletableFuture<Boolean> told = first.handle(
                (answer, failure) -> failure == null ? reply.complete(answer) : reply.completeExceptionally(failure));
        return !told.isCancelled();
    }
}
