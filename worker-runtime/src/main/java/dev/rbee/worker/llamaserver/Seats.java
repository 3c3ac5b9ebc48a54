package dev.rbee.worker.llamaserver;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.worker.engine.Generation;
import dev.rbee.worker.engine.SlotUse;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who is being answered and who waits: as many at a time as the server has slots, the others in the order they came, in a queue with an end.
 * The server's own queue has none. Thread-safe; the only owner of that.
 */
final class Seats {
    private final int total;
    private final int maxWaiting;
    private final Consumer<Seat> start;
    private final BitSet taken = new BitSet();
    private final Map<Generation, Seat> running = new HashMap<>();
    private final Deque<Wish> waiting = new ArrayDeque<>();
    private boolean closed;

    /** @param start begins the work of a seat; must not block */
    Seats(int total, int maxWaiting, Consumer<Seat> start) {
        this.total = total;
        this.maxWaiting = maxWaiting;
        this.start = start;
    }

    /** What is to be done once there is a slot. */
    record Wish(Generation generation, ServerRun run) {}

    /** A wish with its slot. */
    record Seat(int number, Wish wish) {}

    /** Gives it a slot or a place in the queue. Throws {@code queue_full} where there is neither, {@code draining} at the end. */
    void submit(Wish wish) {
        Seat seat;
        synchronized (this) {
            if (closed) {
                throw ProblemException.of(ProblemCode.DRAINING, "The worker is ending.", "Ask another worker.");
            }
            if (running.size() >= total && waiting.size() >= maxWaiting) {
                throw ProblemException.of(
                        ProblemCode.QUEUE_FULL,
                        "All " + total + " slots are busy and " + waiting.size() + " requests wait already.",
                        "Try again in a moment, or start another worker.");
            }
            waiting.add(wish);
            seat = next();
        }
        if (seat != null) {
            start.accept(seat);
        }
    }

    /** Ends one that waits here and now; stops the work of one that runs. For any thread; does not block. */
    void cancel(Generation generation) {
        boolean waited;
        Seat seat;
        synchronized (this) {
            waited = waiting.removeIf(wish -> wish.generation() == generation);
            seat = running.get(generation);
        }
        if (waited) {
            generation.emitCancelled();
        } else if (seat != null) {
            seat.wish().run().stop();
        }
    }

    /** Its slot is idle again. */
    void done(Seat seat) {
        Seat next;
        synchronized (this) {
            running.remove(seat.wish().generation());
            taken.clear(seat.number());
            next = next();
        }
        if (next != null) {
            start.accept(next);
        }
    }

    synchronized SlotUse use() {
        return new SlotUse(total, running.size(), waiting.size());
    }

    /** Cancels everything and takes nothing more. */
    void close() {
        List<Wish> queued;
        List<Seat> seats;
        synchronized (this) {
            closed = true;
            queued = List.copyOf(waiting);
            waiting.clear();
            seats = List.copyOf(running.values());
        }
        queued.forEach(wish -> wish.generation().emitCancelled());
        seats.forEach(seat -> seat.wish().generation().cancel());
    }

    private @Nullable Seat next() {
        if (running.size() >= total || waiting.isEmpty()) {
            return null;
        }
        Wish wish = waiting.remove();
        Seat seat = new Seat(taken.nextClearBit(0), wish);
        taken.set(seat.number());
        running.put(wish.generation(), seat);
        return seat;
    }
}
