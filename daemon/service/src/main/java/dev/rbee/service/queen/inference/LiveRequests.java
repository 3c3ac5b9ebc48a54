package dev.rbee.service.queen.inference;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.requests.RequestEntry;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** The requests that have not ended: how each stands, and the way to stop one. Thread-safe; nothing blocks. */
public final class LiveRequests {
    private final ConcurrentNavigableMap<Long, Open> open = new ConcurrentSkipListMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final LongSupplier nanos;

    LiveRequests(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** One of them, until it is closed. */
    final class Open implements AutoCloseable {
        private final long number = numbers.incrementAndGet();
        private final String id;
        private final ClientSide client;
        private final Account account;

        private Open(String id, ClientSide client, Account account) {
            this.id = id;
            this.client = client;
            this.account = account;
        }

        @Override
        public void close() {
            open.remove(number);
        }
    }

    /** It has begun. Ids are the callers' and may be the same. */
    Open open(String id, ClientSide client, Account account) {
        Open one = new Open(id, client, account);
        open.put(one.number, one);
        return one;
    }

    /** Those that pass, newest first, so many at most. */
    public List<RequestEntry> list(Predicate<RequestEntry> wanted, int most) {
        long now = nanos.getAsLong();
        return open.descendingMap().values().stream()
                .map(one -> one.account.soFar(one.client, now))
                .filter(wanted)
                .limit(most)
                .toList();
    }

    /** Stops those of that id: their callers get {@code cancelled}, their slots become free. Says how many. */
    public int stop(String id) {
        Problem why = Problem.of(
                ProblemCode.CANCELLED,
                "The request was stopped by an administrator.",
                "Ask again if the answer is still wanted.");
        List<Open> found =
                open.values().stream().filter(one -> one.id.equals(id)).toList();
        found.forEach(one -> one.client.stop(why));
        return found.size();
    }
}
