package dev.rbee.service.queen.workers;

import dev.rbee.contract.workers.WorkerRun;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.service.queen.routing.Candidate;
import dev.rbee.service.queen.routing.Need;
import java.util.Arrays;

/**
 * The one place where a worker's entry stands. Only {@link WorkerRegistry} writes it, under its lock; everybody may read
 * {@link #entry} at any time.
 */
final class WorkerCell implements Candidate {
    /** A failure counts half after this long. */
    private static final double HALF_LIFE_NANOS = 30e9;

    volatile Entry entry;
    /** Where it stands in each {@link Dense} set of its two groups; -1: not in it. */
    final int[] places = new int[Dense.KINDS];
    /** What its groups have counted of it. */
    int countedSlots;
    /** What its groups have counted of it. */
    int countedBusy;
    /** Rises when leases of an earlier process are forgotten. */
    int generation;
    /** Leases before the last one ended, for beats that were under way then. */
    int leasesBefore;
    /** When the last lease ended. */
    long lastReleaseNanos;

    boolean removed;
    private volatile double errorScore;
    private volatile long errorNanos;

    WorkerCell(Entry entry) {
        this.entry = entry;
        Arrays.fill(places, -1);
    }

    void failed(long now) {
        errorScore = errors(now) + 1;
        errorNanos = now;
    }

    void succeeded(long now) {
        errorScore = errors(now) / 2;
        errorNanos = now;
    }

    @Override
    public String id() {
        return entry.facts().id();
    }

    @Override
    public String node() {
        return entry.facts().node();
    }

    @Override
    public String model() {
        return entry.facts().model();
    }

    @Override
    public WorkerState state() {
        return entry.state();
    }

    @Override
    public int slotsTotal() {
        return entry.facts().slotsTotal();
    }

    @Override
    public int slotsFree() {
        return entry.free();
    }

    @Override
    public int slotsUnreserved() {
        return entry.unreserved();
    }

    @Override
    public double tokensPerSecond() {
        return entry.speed();
    }

    @Override
    public boolean can(Need need) {
        WorkerFacts facts = entry.facts();
        WorkerRun run = facts.run();
        return switch (need) {
            case IMAGES -> run == null || !Boolean.FALSE.equals(run.vision());
            case TOOLS -> run == null || !Boolean.FALSE.equals(run.tools());
            case CONTINUING -> !facts.attached();
        };
    }

    @Override
    public double errors(long now) {
        double score = errorScore;
        if (score == 0) {
            return 0;
        }
        double faded = score * Math.pow(2, -(now - errorNanos) / HALF_LIFE_NANOS);
        return faded < 0.01 ? 0 : faded;
    }
}
