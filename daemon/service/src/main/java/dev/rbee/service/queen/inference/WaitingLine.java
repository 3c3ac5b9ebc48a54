package dev.rbee.service.queen.inference;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.routing.RouteRequest;
import dev.rbee.service.queen.routing.Router;
import dev.rbee.service.queen.routing.Verdict;
import dev.rbee.service.queen.workers.Grant;
import dev.rbee.service.queen.workers.Slots;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * The requests that wait for one model: callers take turns, each caller's own requests keep their order. Thread-safe; nothing
 * blocks.
 */
final class WaitingLine {
    private static final double LEARN = 0.2;

    private final Slots slots;
    private final RandomGenerator random;
    private final int limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, ArrayDeque<Waiter>> callers = new LinkedHashMap<>();
    private final AtomicInteger size = new AtomicInteger();
    private volatile double serviceSeconds = 5;

    WaitingLine(Slots slots, RandomGenerator random, int limit) {
        this.slots = slots;
        this.random = random;
        this.limit = limit;
    }

    /** Serves the request now where nobody waits before it and a slot is free; else it stands in line. Throws {@code queue_full}. */
    void join(Waiter waiter) {
        lock.lock();
        try {
            if (size.get() == 0 && serve(waiter)) {
                return;
            }
            if (size.get() >= limit) {
                throw ProblemException.of(
                        ProblemCode.QUEUE_FULL,
                        size.get() + " requests wait for this model already.",
                        "Try again in " + Math.max(1, Math.round(expected(size.get()))) + " s.");
            }
            callers.computeIfAbsent(waiter.caller, c -> new ArrayDeque<>()).addLast(waiter);
            size.incrementAndGet();
            if (size.get() > 1) {
                pump();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes it out of the line; harmless where it was served. */
    void leave(Waiter waiter) {
        lock.lock();
        try {
            ArrayDeque<Waiter> own = callers.get(waiter.caller);
            if (own != null && own.remove(waiter)) {
                size.decrementAndGet();
                if (own.isEmpty()) {
                    callers.remove(waiter.caller);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Serves whom it can, in turn. To be called whenever a slot may have become free. */
    void pump() {
        lock.lock();
        try {
            boolean blocked = false;
            boolean served = true;
            while (served && !blocked && size.get() > 0) {
                served = false;
                for (Waiter waiter : inTurn()) {
                    if (serve(waiter)) {
                        taken(waiter);
                        served = true;
                        break;
                    }
                    if (plain(waiter.request)) {
                        blocked = true;
                        break;
                    }
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean serve(Waiter waiter) {
        RouteRequest request = waiter.request;
        Grant grant = slots.grant((fleet, now) -> Router.decide(fleet, request, now, random));
        waiter.decided(grant.plan(), grant.lease());
        return grant.plan().verdict() == Verdict.SEND && grant.lease() != null;
    }

    /** Whether a refusal of this one means a refusal of all. */
    private static boolean plain(RouteRequest request) {
        return request.node() == null
                && request.worker() == null
                && request.not().isEmpty();
    }

    private void taken(Waiter waiter) {
        ArrayDeque<Waiter> own = callers.remove(waiter.caller);
        if (own != null) {
            own.remove(waiter);
            if (!own.isEmpty()) {
                callers.put(waiter.caller, own);
            }
        }
        size.decrementAndGet();
    }

    /** All, as they would be served: one of each caller, then the next of each. */
    private List<Waiter> inTurn() {
        List<Waiter> order = new ArrayList<>(size.get());
        List<Iterator<Waiter>> queues = new ArrayList<>(callers.size());
        callers.values().forEach(queue -> queues.add(queue.iterator()));
        while (order.size() < size.get()) {
            for (Iterator<Waiter> queue : queues) {
                if (queue.hasNext()) {
                    order.add(queue.next());
                }
            }
        }
        return order;
    }

    /** Its place, 1 is next; 0 where it does not wait. */
    int position(Waiter waiter) {
        lock.lock();
        try {
            return inTurn().indexOf(waiter) + 1;
        } finally {
            lock.unlock();
        }
    }

    /** Seconds until the one at this place is served, as far as the last answers tell. */
    double expected(int position) {
        return position * serviceSeconds;
    }

    /** An answer took so long on its slot, of so many that serve this model. */
    void served(double seconds, int ofSlots) {
        double each = seconds / Math.max(1, ofSlots);
        serviceSeconds = serviceSeconds * (1 - LEARN) + each * LEARN;
    }

    /** Wakes all to look again. */
    void wakeAll() {
        lock.lock();
        try {
            inTurn().forEach(Waiter::wake);
        } finally {
            lock.unlock();
        }
    }

    int size() {
        return size.get();
    }
}
