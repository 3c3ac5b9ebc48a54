package dev.rbee.service.queen.inference;

import dev.rbee.service.queen.routing.Plan;
import dev.rbee.service.queen.routing.RouteRequest;
import dev.rbee.service.queen.workers.Lease;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One request in line. The line sets its result under the line's lock; its own thread waits for it. */
final class Waiter {
    final String caller;
    private final Semaphore news = new Semaphore(0);
    volatile RouteRequest request;
    private volatile @Nullable Plan plan;
    private volatile @Nullable Lease lease;

    Waiter(String caller, RouteRequest request) {
        this.caller = caller;
        this.request = request;
    }

    /** The newest decision; wakes the waiting thread where it matters to it. */
    void decided(Plan next, @Nullable Lease granted) {
        Plan before = plan;
        plan = next;
        lease = granted;
        if (granted != null || before == null || before.verdict() != next.verdict()) {
            news.release();
        }
    }

    /** Something else happened that the waiting thread has to look at. */
    void wake() {
        news.release();
    }

    /** Blocks for news, at most so long. */
    void await(long nanos) throws InterruptedException {
        if (news.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
            news.drainPermits();
        }
    }

    @Nullable
    Plan plan() {
        return plan;
    }

    @Nullable
    Lease lease() {
        return lease;
    }
}
