package dev.rbee.service.queen.workers;

import dev.rbee.service.queen.routing.Plan;
import dev.rbee.service.queen.routing.Snapshot;
import java.util.function.BiFunction;

/** Reservations: the queen never gives a worker more requests than it has slots. Thread-safe, never blocks longer than microseconds. */
public final class Slots {
    private static final double LEARN = 0.3;
    private static final int FEW_TOKENS = 4;

    private final Ledger ledger;

    Slots(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Reads the fleet while nothing changes in it. {@code question} gets the present nanoseconds too; it must be short. */
    public <T> T ask(BiFunction<Snapshot, Long, T> question) {
        return ledger.step(() -> question.apply(ledger.index, ledger.now()));
    }

    /** Decides and reserves in one step. */
    public Grant grant(BiFunction<Snapshot, Long, Plan> decision) {
        return ledger.step(() -> {
            Plan plan = decision.apply(ledger.index, ledger.now());
            if (!(plan.worker() instanceof WorkerCell cell) || cell.removed) {
                return new Grant(plan, null);
            }
            Entry entry = cell.entry;
            Entry next = entry.withSlots(entry.leases() + 1, Math.max(0, fitting(entry)));
            ledger.set(cell, next, WorkerChange.Kind.CHANGED, "request started");
            return new Grant(plan, new Lease(this, cell));
        });
    }

    /** What others may use beside one more of ours: their share as told, as far as there is room. */
    private static int fitting(Entry entry) {
        return Math.min(entry.foreign(), entry.facts().slotsTotal() - entry.leases() - 1);
    }

    void release(WorkerCell cell, int generation) {
        ledger.step(() -> {
            if (cell.removed || cell.generation != generation) {
                return false;
            }
            Entry entry = cell.entry;
            cell.leasesBefore = entry.leases();
            cell.lastReleaseNanos = ledger.now();
            Entry next = entry.withSlots(Math.max(0, entry.leases() - 1), entry.foreign());
            ledger.set(cell, next, WorkerChange.Kind.CHANGED, "request ended");
            return true;
        });
    }

    /** A call to it failed: it is used last until it beats or answers. {@code why} is shown to people. */
    public void suspect(String id, String why) {
        ledger.step(() -> {
            WorkerCell cell = ledger.cells.get(id);
            if (cell == null) {
                return false;
            }
            cell.failed(ledger.now());
            if (cell.entry.phase() == Phase.SERVING) {
                ledger.set(cell, cell.entry.withPhase(Phase.SUSPECT), WorkerChange.Kind.CHANGED, why);
            }
            return true;
        });
    }

    /** It answered with a fault of its own: counts against it when the next one is chosen. */
    public void failed(String id) {
        ledger.step(() -> {
            WorkerCell cell = ledger.cells.get(id);
            if (cell != null) {
                cell.failed(ledger.now());
            }
            return true;
        });
    }

    /**
     * It said that it is full, to one request that still has its lease: others use the slots that the queen thought free, also that
     * request's, until it beats again or in despair.
     */
    public void full(String id) {
        ledger.step(() -> {
            WorkerCell cell = ledger.cells.get(id);
            if (cell != null && cell.entry.phase() == Phase.SERVING) {
                Entry entry = cell.entry;
                int rest = Math.max(0, entry.facts().slotsTotal() - entry.leases() + 1);
                ledger.set(
                        cell,
                        entry.withSlots(entry.leases(), rest),
                        WorkerChange.Kind.CHANGED,
                        "it says that it is full");
            }
            return true;
        });
    }

    void answered(WorkerCell cell, int tokens, long nanos) {
        ledger.step(() -> {
            if (cell.removed) {
                return false;
            }
            cell.succeeded(ledger.now());
            Entry entry = cell.entry;
            Entry next = entry.phase() == Phase.SUSPECT ? entry.withPhase(Phase.SERVING) : entry;
            if (tokens >= FEW_TOKENS && nanos > 0) {
                double speed = tokens * 1e9 / nanos;
                next = next.withSpeed(entry.speed() == 0 ? speed : entry.speed() * (1 - LEARN) + speed * LEARN);
            }
            if (!next.equals(entry)) {
                ledger.set(cell, next, WorkerChange.Kind.CHANGED, "answered");
            }
            return true;
        });
    }
}
