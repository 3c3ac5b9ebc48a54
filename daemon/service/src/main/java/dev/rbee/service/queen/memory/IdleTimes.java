package dev.rbee.service.queen.memory;

import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.service.queen.workers.WorkerChange;
import dev.rbee.service.queen.workers.WorkerListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Since when each worker is ready, and since when it has nothing to do; to be told of all changes. Thread-safe, never blocks. */
public final class IdleTimes implements WorkerListener {
    private final Map<String, Times> workers = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /**
     * Of one worker.
     *
     * @param epoch of its process
     * @param ready when it became usable; null: not yet
     * @param idle since when it has nothing to do; null: it has
     */
    public record Times(
            long epoch, @Nullable Long ready, @Nullable Long idle) {}

    /** {@code nanos}: monotonic. */
    public IdleTimes(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public void changed(WorkerChange change) {
        WorkerInfo now = change.after();
        if (now == null) {
            workers.remove(change.id());
            return;
        }
        if (change.kind() == WorkerChange.Kind.BEAT && workers.containsKey(change.id())) {
            return;
        }
        workers.compute(change.id(), (id, was) -> next(was, now));
    }

    private Times next(@Nullable Times was, WorkerInfo now) {
        boolean idle = now.state() == WorkerState.IDLE;
        boolean usable = idle || now.state() == WorkerState.BUSY;
        Times before = was == null || was.epoch() != now.epoch() ? new Times(now.epoch(), null, null) : was;
        Long ready = before.ready() == null && usable ? Long.valueOf(nanos.getAsLong()) : before.ready();
        Long since = !idle ? null : before.idle() == null ? Long.valueOf(nanos.getAsLong()) : before.idle();
        return new Times(now.epoch(), ready, since);
    }

    /** Its times; null where it is unknown. */
    public @Nullable Times of(String worker) {
        return workers.get(worker);
    }
}
