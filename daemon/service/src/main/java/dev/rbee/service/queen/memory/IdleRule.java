package dev.rbee.service.queen.memory;

import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerRun;
import dev.rbee.contract.workers.WorkerState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a worker has been idle for too long. Pure. */
public final class IdleRule {
    private static final long SECOND = 1_000_000_000L;

    private IdleRule() {}

    /**
     * Whether it is to be unloaded now.
     *
     * @param started seconds that were set when it was started; null: nobody remembers
     * @param now of the clock of {@code times}
     */
    public static boolean over(
            WorkerInfo worker, IdleTimes.@Nullable Times times, @Nullable Integer started, long now) {
        Integer limit = Optional.ofNullable(worker.run()).map(WorkerRun::idleS).orElse(started);
        if (limit == null || limit <= 0 || worker.state() != WorkerState.IDLE || times == null) {
            return false;
        }
        Long idle = times.idle();
        return idle != null && now - idle >= limit * SECOND;
    }
}
