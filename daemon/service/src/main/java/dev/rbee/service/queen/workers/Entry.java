package dev.rbee.service.queen.workers;

import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything the queen knows of one worker at one moment; immutable.
 *
 * @param since of this state
 * @param epoch 0 where the worker never registered (seed form)
 * @param seq of the last beat that counted
 * @param seenNanos the queen's monotonic clock at the last sign of life
 * @param leases slots the queen's own requests use
 * @param foreign slots that others use, as the last beat said
 * @param speed tokens per second of one answer; 0 while unknown
 */
record Entry(
        WorkerFacts facts,
        Phase phase,
        Instant since,
        long epoch,
        long seq,
        long seenNanos,
        Instant lastSeen,
        int leases,
        int foreign,
        double speed) {

    WorkerState state() {
        return phase.state(leases + foreign);
    }

    int free() {
        return phase == Phase.SERVING ? Math.max(0, facts.slotsTotal() - leases - foreign) : 0;
    }

    int unreserved() {
        return phase == Phase.SERVING || phase == Phase.SUSPECT ? Math.max(0, facts.slotsTotal() - leases) : 0;
    }

    Entry withPhase(Phase next) {
        return new Entry(facts, next, since, epoch, seq, seenNanos, lastSeen, leases, foreign, speed);
    }

    Entry withFacts(WorkerFacts next) {
        return new Entry(next, phase, since, epoch, seq, seenNanos, lastSeen, leases, foreign, speed);
    }

    Entry withSlots(int own, int others) {
        return new Entry(facts, phase, since, epoch, seq, seenNanos, lastSeen, own, others, speed);
    }

    Entry withSpeed(double next) {
        return new Entry(facts, phase, since, epoch, seq, seenNanos, lastSeen, leases, foreign, next);
    }

    Entry withSeq(long next) {
        return new Entry(facts, phase, since, epoch, next, seenNanos, lastSeen, leases, foreign, speed);
    }

    Entry seen(long nanos, Instant at) {
        return new Entry(facts, phase, since, epoch, seq, nanos, at, leases, foreign, speed);
    }

    Entry since(Instant at) {
        return new Entry(facts, phase, at, epoch, seq, seenNanos, lastSeen, leases, foreign, speed);
    }

    /** As lists show it. */
    WorkerInfo info(boolean online) {
        @Nullable Double measured = speed > 0 ? Math.round(speed * 10) / 10.0 : null;
        return new WorkerInfo(
                facts.id(),
                facts.id(),
                facts.url(),
                facts.model(),
                facts.backend(),
                facts.device(),
                online ? state() : WorkerState.OFFLINE,
                facts.slotsTotal(),
                online ? free() : 0,
                online ? Math.min(facts.slotsTotal(), leases + foreign) : 0,
                facts.vramBytes(),
                facts.node(),
                epoch,
                facts.pid(),
                lastSeen,
                online,
                measured,
                facts.version(),
                facts.implementation(),
                facts.context(),
                facts.memoryBytes(),
                since,
                facts.embedding(),
                facts.chat(),
                facts.run());
    }
}
