package dev.rbee.service.queen.hives;

import dev.rbee.contract.hives.HiveHeart;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.hives.RegisteredHive;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.HeartbeatReply;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What hives say of themselves: which of it counts, and what it changes. Thread-safe. */
final class HiveBeats {
    private final HiveBook book;
    private final HiveLimits limits;
    private final RandomGenerator random;
    private final LongAdder beats = new LongAdder();

    HiveBeats(HiveBook book, HiveLimits limits, RandomGenerator random) {
        this.book = book;
        this.limits = limits;
        this.random = random;
    }

    RegisteredHive register(RegisterHive body) {
        String id = HiveChecks.id(body.hiveId(), "hive_id");
        String host = HiveChecks.host(body.hostname(), "hostname");
        Integer port = HiveChecks.port(body.port(), "port");
        HiveHeart heart = new HiveHeart(
                id, host, port, null, body.version(), body.pid(), body.mode(), null, null, null, body.epoch(), null);
        return book.step(() -> {
            HiveEntry old = book.find(id);
            refuseOlder(id, old, body.epoch());
            HiveEntry known = old == null ? fresh(id, host, port, body.mode()) : old;
            HiveEntry next = known.after(heart, book.now(), book.date());
            if (body.epoch() != null && body.epoch() > known.epoch()) {
                next = next.after(numbered(heart), book.now(), book.date());
            }
            if (body.capabilities() != null) {
                next = next.with(body.capabilities());
            }
            book.put(alive(next));
            return new RegisteredHive(true, id, nextMs(), "Hive " + id + " is registered.");
        });
    }

    HeartbeatReply beat(HiveHeart heart) {
        String id = HiveChecks.id(heart.id(), "hive.id");
        beats.increment();
        String host = HiveChecks.host(heart.hostname(), "hive.hostname");
        Integer port = HiveChecks.port(heart.port(), "hive.port");
        return book.step(() -> {
            HiveEntry old = book.find(id);
            refuseOlder(id, old, heart.epoch());
            if (old == null && (heart.epoch() != null || host == null || port == null)) {
                throw missing(id);
            }
            boolean known = old != null && old.lastSeen() != null;
            if (old != null && heart.epoch() != null && (!known || heart.epoch() > old.epoch())) {
                throw missing(id); // a new process says who it is before it beats
            }
            if (old != null && known && heart.epoch() != null && heart.seq() != null && heart.seq() <= old.seq()) {
                return new HeartbeatReply("ok", "Older than what is known; ignored.", nextMs());
            }
            HiveEntry base = old == null ? fresh(id, host, port, heart.mode()) : old;
            book.put(told(base.after(heart, book.now(), book.date()), heart.status()));
            return new HeartbeatReply("ok", "Heartbeat received.", nextMs());
        });
    }

    /** Heartbeats since the start. */
    long count() {
        return beats.sum();
    }

    private HiveEntry told(HiveEntry hive, @Nullable HiveState said) {
        if (said == HiveState.STOPPED) {
            return hive.in(HiveState.STOPPED, "it said goodbye", book.date());
        }
        return said == HiveState.DRAINING && hive.state() != HiveState.DRAINING
                ? hive.in(HiveState.DRAINING, "it says so", book.date())
                : alive(hive);
    }

    private HiveEntry alive(HiveEntry hive) {
        return hive.state() == HiveState.DRAINING ? hive : hive.alive(book.date());
    }

    private HiveEntry fresh(String id, @Nullable String host, @Nullable Integer port, @Nullable HiveMode mode) {
        if (book.size() >= limits.hives()) {
            throw ProblemException.of(
                    ProblemCode.RATE_LIMITED,
                    "There are " + limits.hives() + " hives already.",
                    "Remove some: rbee setup remove-node.");
        }
        String hostname = host == null ? "127.0.0.1" : host;
        return HiveEntry.fresh(
                id,
                hostname,
                port == null ? 7835 : port,
                HiveChecks.mode(mode, hostname),
                null,
                null,
                book.now(),
                book.date());
    }

    private static void refuseOlder(String id, @Nullable HiveEntry old, @Nullable Long epoch) {
        if (old != null && epoch != null && epoch < old.epoch()) {
            throw ProblemException.of(
                    ProblemCode.EPOCH_OUTDATED,
                    "A newer process of hive " + id + " is registered.",
                    "End this one, or give it another id.");
        }
    }

    private static ProblemException missing(String id) {
        return new ProblemException(Problem.of(
                ProblemCode.HIVE_NOT_FOUND,
                "The queen does not know this process of hive " + id + ".",
                "Register it with POST /v1/hives/register."));
    }

    // A new process counts its beats from the start.
    private static HiveHeart numbered(HiveHeart heart) {
        return new HiveHeart(heart.id(), null, null, null, null, null, null, null, null, null, heart.epoch(), -1L);
    }

    private long nextMs() {
        return Math.round(limits.beat().toMillis() * (0.85 + 0.3 * random.nextDouble()));
    }
}
