package dev.rbee.service.hive;

import dev.rbee.contract.models.ModelEntry;
import dev.rbee.service.models.ModelStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Says when a hive's models are others than before. Thread-safe. */
final class ModelNews {
    private final Runnable tell;
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile @Nullable ModelStore models;
    private List<Known> last = List.of();

    /** What others have to know at once; how far a download is they ask for. */
    private record Known(
            String id,
            String state,
            long sizeBytes,
            @Nullable String sha256,
            @Nullable List<String> refs,
            @Nullable Boolean vision) {
        static Known of(ModelEntry entry) {
            return new Known(
                    entry.id(), entry.state(), entry.sizeBytes(), entry.sha256(), entry.refs(), entry.vision());
        }
    }

    /** {@code tell} must not block. */
    ModelNews(Runnable tell) {
        this.tell = tell;
    }

    /** Whose news they are. */
    void of(ModelStore store) {
        models = store;
    }

    /** Something may have changed: looks soon, on a thread of its own. Does not block. */
    void look() {
        if (due.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("hive-model-news").start(this::compare);
        }
    }

    private synchronized void compare() {
        due.set(false);
        ModelStore store = models;
        if (store == null) {
            return;
        }
        List<Known> now = store.list().stream().map(Known::of).toList();
        if (!now.equals(last)) {
            last = now;
            tell.run();
        }
    }
}
