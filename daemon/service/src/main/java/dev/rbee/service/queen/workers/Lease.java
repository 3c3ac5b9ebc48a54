package dev.rbee.service.queen.workers;

import java.util.concurrent.atomic.AtomicBoolean;

/** A slot of a worker, reserved for one request. Must be closed; closing twice does nothing. Thread-safe. */
public final class Lease implements AutoCloseable {
    private final Slots slots;
    private final WorkerCell cell;
    private final int generation;
    private final WorkerFacts facts;
    private final long epoch;
    private final AtomicBoolean open = new AtomicBoolean(true);

    Lease(Slots slots, WorkerCell cell) {
        this.slots = slots;
        this.cell = cell;
        this.generation = cell.generation;
        this.facts = cell.entry.facts();
        this.epoch = cell.entry.epoch();
    }

    /** The worker. */
    public String workerId() {
        return facts.id();
    }

    /** Its base URL without a slash at its end. */
    public String url() {
        return facts.url();
    }

    /** Its hive. */
    public String node() {
        return facts.node();
    }

    /** The model as the worker calls it. */
    public String model() {
        return facts.model();
    }

    /** Whether it is a server of others, which gets no key of ours. */
    public boolean attached() {
        return facts.attached();
    }

    /** Its epoch; 0 for a worker that never registered. */
    public long epoch() {
        return epoch;
    }

    /** Whether the worker it is for is still there, as the same process. */
    public boolean valid() {
        return !cell.removed && cell.generation == generation;
    }

    /** Notes how fast an answer was: {@code tokens} in {@code nanos}. Below 4 tokens nothing is learned. */
    public void answered(int tokens, long nanos) {
        slots.answered(cell, tokens, nanos);
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            slots.release(cell, generation);
        }
    }
}
