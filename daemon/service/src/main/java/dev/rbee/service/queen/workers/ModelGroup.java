package dev.rbee.service.queen.workers;

import dev.rbee.service.queen.routing.Candidate;
import dev.rbee.service.queen.routing.Lineup;

/** The workers of one model, or of one model on one hive. Guarded by the registry's lock. */
final class ModelGroup implements Lineup {
    private final Dense all;
    private final Dense free;
    private final Dense spare;
    private long slots;
    private long busy;

    /** {@code firstKind}: which three of a cell's places belong to this group. */
    ModelGroup(int firstKind) {
        all = new Dense(firstKind);
        free = new Dense(firstKind + 1);
        spare = new Dense(firstKind + 2);
    }

    /** Sorts the cell in as its entry says; {@code countedSlots} and {@code countedBusy} are what it counted before. */
    void put(WorkerCell cell) {
        Entry entry = cell.entry;
        all.set(cell, true);
        boolean isFree = entry.free() > 0;
        free.set(cell, isFree);
        spare.set(cell, !isFree && entry.unreserved() > 0);
        slots += entry.facts().slotsTotal() - cell.countedSlots;
        busy += entry.leases() + entry.foreign() - cell.countedBusy;
    }

    void remove(WorkerCell cell) {
        all.set(cell, false);
        free.set(cell, false);
        spare.set(cell, false);
        slots -= cell.countedSlots;
        busy -= cell.countedBusy;
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public Candidate at(int index) {
        return all.get(index);
    }

    @Override
    public int freeSize() {
        return free.size();
    }

    @Override
    public Candidate free(int index) {
        return free.get(index);
    }

    @Override
    public int spareSize() {
        return spare.size();
    }

    @Override
    public Candidate spare(int index) {
        return spare.get(index);
    }

    @Override
    public double meanLoad() {
        return slots <= 0 ? 0 : (double) busy / slots;
    }
}
