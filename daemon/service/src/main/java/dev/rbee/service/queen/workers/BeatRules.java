package dev.rbee.service.queen.workers;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.contract.workers.WorkerHeart;
import dev.rbee.contract.workers.WorkerStatus;
import org.jspecify.annotations.Nullable;

/** Which news of a worker count (reliability section 5). Pure. */
final class BeatRules {
    private static final String AGAIN = "Register again with POST /v1/workers/register.";

    private BeatRules() {}

    /**
     * Whether this beat counts; false: late, to be ignored. Throws {@link ProblemException}: {@code worker_unknown} (register
     * again), {@code epoch_outdated} (another process has taken the id over; exit), {@code worker_gone} (removed; exit).
     */
    static boolean counts(WorkerHeart heart, String id, @Nullable Entry entry, Tombstones.@Nullable Tombstone grave) {
        Long epoch = heart.epoch();
        if (entry == null) {
            if (grave != null && grave.ordered() && (epoch == null || epoch <= grave.epoch())) {
                throw gone(id);
            }
            if (epoch != null) {
                throw unknown(id);
            }
            return true;
        }
        if (epoch == null) {
            return true;
        }
        if (epoch < entry.epoch()) {
            throw outdated(id, epoch, entry.epoch());
        }
        if (epoch > entry.epoch()) {
            throw unknown(id);
        }
        return heart.seq() == null || heart.seq() > entry.seq();
    }

    /** The epoch that begins with this registration; throws {@link ProblemException} as {@link #counts} does. */
    static long nextEpoch(RegisterWorker body, String id, @Nullable Entry entry, Tombstones.@Nullable Tombstone grave) {
        Long epoch = body.epoch();
        if (entry != null && epoch != null && epoch < entry.epoch()) {
            throw outdated(id, epoch, entry.epoch());
        }
        if (entry == null && grave != null && grave.ordered() && epoch != null && epoch <= grave.epoch()) {
            throw gone(id);
        }
        long known = entry != null ? entry.epoch() : grave != null ? grave.epoch() : 0;
        return Math.max(known, epoch == null ? 0 : epoch) + 1;
    }

    /** The phase after a beat. Draining ends only with a registration: late news must not call a drained worker back. */
    static Phase phase(Phase now, @Nullable WorkerStatus status) {
        if (now == Phase.DRAINING) {
            return now;
        }
        if (status == null) {
            return now == Phase.LOADING ? now : Phase.SERVING;
        }
        return switch (status) {
            case STARTING -> Phase.LOADING;
            case READY, BUSY -> Phase.SERVING;
            case STOPPING, STOPPED -> Phase.DRAINING;
        };
    }

    /** Slots in use by others than the queen. {@code own}: the queen's own, those that ended a moment ago included. */
    static int foreign(WorkerHeart heart, int own, int total) {
        if (heart.slotsBusy() != null) {
            return Math.clamp(heart.slotsBusy() - own, 0, total);
        }
        return heart.status() == WorkerStatus.BUSY ? Math.max(0, total - own) : 0;
    }

    private static ProblemException unknown(String id) {
        return ProblemException.of(ProblemCode.WORKER_UNKNOWN, "The queen does not know worker " + id + ".", AGAIN);
    }

    private static ProblemException gone(String id) {
        return ProblemException.of(
                ProblemCode.WORKER_GONE,
                "Worker " + id + " was removed.",
                "End the process, or register as a new worker.");
    }

    private static ProblemException outdated(String id, long epoch, long now) {
        return ProblemException.of(
                ProblemCode.EPOCH_OUTDATED,
                "Epoch " + epoch + " of worker " + id + " is over; epoch " + now + " runs.",
                "End this process: another one has taken the id over.");
    }
}
