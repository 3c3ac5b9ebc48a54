package dev.rbee.service.queen.workers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers which epochs of which workers are over, for as long as late news of them may come. Guarded by the registry's lock. */
final class Tombstones {
    /**
     * One that is gone.
     *
     * @param epoch the last one it had
     * @param ordered removed on purpose or known to have ended; false: it only fell silent and may come back as itself
     */
    record Tombstone(long epoch, boolean ordered, long nanos) {}

    private final Map<String, Tombstone> graves = new LinkedHashMap<>();
    private final int limit;
    private final long keepNanos;

    Tombstones(int limit, long keepNanos) {
        this.limit = limit;
        this.keepNanos = keepNanos;
    }

    void bury(String id, long epoch, boolean ordered, long now) {
        graves.remove(id);
        graves.put(id, new Tombstone(epoch, ordered, now));
        var oldest = graves.entrySet().iterator();
        while (oldest.hasNext()) {
            boolean old = now - oldest.next().getValue().nanos() >= keepNanos;
            if (!old && graves.size() <= limit) {
                return;
            }
            oldest.remove();
        }
    }

    @Nullable
    Tombstone of(String id) {
        return graves.get(id);
    }

    void forget(String id) {
        graves.remove(id);
    }

    void clear() {
        graves.clear();
    }
}
