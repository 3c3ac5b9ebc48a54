package dev.rbee.worker.embedded;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.worker.engine.Generation;
import dev.rbee.worker.engine.SlotUse;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who has which slot: the only owner of that. A request gets the free slot whose cache begins most like its prompt, else
 * waits, first come first served, in a queue with an end.
 */
final class SlotPool {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition assigned = lock.newCondition();
    private final @Nullable Job[] jobs;
    private final int[][] caches;
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final int maxWaiting;
    private boolean closed;

    SlotPool(int slots, int maxWaiting) {
        this.jobs = new @Nullable Job[slots];
        this.caches = new int[slots][0];
        this.maxWaiting = maxWaiting;
    }

    /** Gives the job a slot or a place in the queue; throws {@code queue_full} where there is neither. */
    void submit(Job job) {
        lock.lock();
        try {
            if (closed) {
                throw ProblemException.of(ProblemCode.DRAINING, "The worker is ending.", "Ask another worker.");
            }
            int slot = bestFree(job.tokens());
            if (slot >= 0) {
                jobs[slot] = job;
                assigned.signalAll();
            } else if (waiting.size() < maxWaiting) {
                waiting.add(job);
            } else {
                throw ProblemException.of(
                        ProblemCode.QUEUE_FULL,
                        "All " + jobs.length + " slots are busy and " + waiting.size() + " requests wait already.",
                        "Try again in a moment, or start another worker.");
            }
        } finally {
            lock.unlock();
        }
    }

    /** A job that waits and was cancelled ends here and now; one that runs is ended by its slot. */
    void withdraw(Generation generation) {
        lock.lock();
        try {
            if (waiting.removeIf(job -> job.generation() == generation)) {
                generation.emitCancelled();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the slot has a job; null when the pool is closed. For the slot's own thread. */
    @Nullable
    Job next(int slot) throws InterruptedException {
        lock.lock();
        try {
            while (jobs[slot] == null && !closed) {
                assigned.await();
            }
            return jobs[slot];
        } finally {
            lock.unlock();
        }
    }

    /** The slot is idle again, in the library too; its cache now begins with these tokens. */
    void done(int slot, int[] cache) {
        lock.lock();
        try {
            caches[slot] = cache;
            jobs[slot] = waiting.poll();
        } finally {
            lock.unlock();
        }
    }

    SlotUse use() {
        lock.lock();
        try {
            int busy = (int) Arrays.stream(jobs).filter(job -> job != null).count();
            return new SlotUse(jobs.length, busy, waiting.size());
        } finally {
            lock.unlock();
        }
    }

    /** Cancels everything and takes nothing more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            for (Job job : waiting) {
                job.generation().emitCancelled();
            }
            waiting.clear();
            for (Job job : jobs) {
                if (job != null) {
                    job.generation().cancel();
                }
            }
            assigned.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Tokens both begin with. */
    static int common(int[] a, int[] b) {
        int mismatch = Arrays.mismatch(a, b);
        return mismatch < 0 ? a.length : mismatch;
    }

    private int bestFree(int[] tokens) {
        int best = -1;
        int most = -1;
        for (int slot = 0; slot < jobs.length; slot++) {
            if (jobs[slot] == null) {
                int common = common(caches[slot], tokens);
                if (common > most) {
                    best = slot;
                    most = common;
                }
            }
        }
        return best;
    }
}
