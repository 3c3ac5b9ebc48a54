package dev.rbee.service.models.download;

import dev.rbee.contract.jobs.Transfer;
import dev.rbee.service.jobs.JobContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Says how far a download of one or several files is, four times a second at most. Thread-safe. */
final class Meter {
    private static final long SECOND = 1_000_000_000L;
    private static final long WINDOW = 5 * SECOND;
    private static final long EVERY = SECOND / 4;

    private final JobContext job;
    private final String what;
    private final @Nullable Long total;
    private final LongSupplier nanos;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private String phase = "";
    private long before;
    private long done;
    private @Nullable Long fileTotal;
    private long saidAt;

    private record Sample(long at, long bytes) {}

    /** {@code total} of all files, where known. */
    Meter(JobContext job, String what, @Nullable Long total, LongSupplier nanos) {
        this.job = job;
        this.what = what;
        this.total = total;
        this.nanos = nanos;
    }

    /** Nothing moves: it waits, is paused, or is checked. */
    synchronized void rests(String newPhase) {
        samples.clear();
        phase = newPhase;
        say();
    }

    /** The file at hand is at so many bytes. */
    synchronized void at(String newPhase, long fileDone, @Nullable Long size) {
        long now = nanos.getAsLong();
        boolean other = !newPhase.equals(phase);
        phase = newPhase;
        done = fileDone;
        fileTotal = size;
        samples.addLast(new Sample(now, before + done));
        while (samples.size() > 2 && now - samples.getFirst().at() > WINDOW) {
            samples.removeFirst();
        }
        if (other || now - saidAt >= EVERY) {
            say();
        }
    }

    /** That file is whole. */
    synchronized void whole(long size) {
        before += size;
        done = 0;
        fileTotal = null;
    }

    private void say() {
        saidAt = nanos.getAsLong();
        Long all = total != null ? total : fileTotal == null ? null : Long.valueOf(before + fileTotal);
        double speed = speed();
        long there = before + done;
        Double eta = all == null || speed <= 0 ? null : Double.valueOf(Math.max(0, all - there) / speed);
        job.transfer(new Transfer(what, phase, there, all, speed, eta));
    }

    private double speed() {
        if (samples.size() < 2) {
            return 0;
        }
        long time = samples.getLast().at() - samples.getFirst().at();
        long bytes = samples.getLast().bytes() - samples.getFirst().bytes();
        return time <= 0 ? 0 : Math.max(0, bytes * (double) SECOND / time);
    }
}
