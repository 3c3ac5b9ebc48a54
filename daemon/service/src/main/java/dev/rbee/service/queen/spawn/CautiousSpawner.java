package dev.rbee.service.queen.spawn;

import dev.rbee.service.queen.inference.Spawner;
import dev.rbee.service.queen.workers.WorkerLists;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts nothing in place of workers whose hives were lost all at once: whoever asks waits until that is over, and then asks again.
 * Thread-safe.
 */
public final class CautiousSpawner implements Spawner {
    private final Spawner spawner;
    private final WorkerLists workers;
    private final Supplier<Set<String>> held;
    private CompletableFuture<String> over = new CompletableFuture<>();

    /** {@code held} are the hives that were lost at once; must not block. */
    public CautiousSpawner(Spawner spawner, WorkerLists workers, Supplier<Set<String>> held) {
        this.spawner = spawner;
        this.workers = workers;
        this.held = held;
    }

    @Override
    public Optional<CompletableFuture<String>> ensure(String model, @Nullable String node) {
        Optional<CompletableFuture<String>> wait = waiting(model, node);
        return wait.isPresent() ? wait : spawner.ensure(model, node);
    }

    @Override
    public Optional<Doing> doing(String model, @Nullable String node) {
        return spawner.doing(model, node);
    }

    /** To be called every second: lets those go on that waited for the end. */
    public void tick() {
        CompletableFuture<String> ended = null;
        synchronized (this) {
            if (held.get().isEmpty() && over.getNumberOfDependents() > 0) {
                ended = over;
                over = new CompletableFuture<>();
            }
        }
        if (ended != null) {
            ended.complete("");
        }
    }

    private Optional<CompletableFuture<String>> waiting(String model, @Nullable String node) {
        Set<String> lost = held.get();
        boolean theirs = !lost.isEmpty()
                && workers.findByModel(model).stream()
                        .anyMatch(worker ->
                                lost.contains(worker.nodeName()) && (node == null || node.equals(worker.nodeName())));
        if (!theirs) {
            return Optional.empty();
        }
        synchronized (this) {
            return Optional.of(over.copy());
        }
    }
}
