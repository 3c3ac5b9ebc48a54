package dev.rbee.service.queen.workers;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.HeartbeatReply;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.contract.workers.RegisteredWorker;
import dev.rbee.contract.workers.WorkerHeart;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.contract.workers.WorkerStatus;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The queen's workers, in memory only (seeds 000, 001, 002): who there is and in which state. {@link #lists()} answers the
 * questions, {@link #slots()} reserves for requests. Every change of a worker is one atomic step; nothing here blocks longer
 * than microseconds. Thread-safe.
 */
public final class WorkerRegistry {
    private static final long JUST_ENDED_NANOS = 2_000_000_000L;

    private final Ledger ledger;
    private final RandomGenerator random;
    private final WorkerLimits limits;
    private volatile Supplier<Set<String>> kept = Set::of;

    /**
     * Empty. {@code nanos} is a monotonic clock, by which all deadlines go; {@code clock} only dates what people read;
     * {@code random} gives the jitter.
     */
    public WorkerRegistry(
            InstantSource clock,
            LongSupplier nanos,
            RandomGenerator random,
            WorkerLimits limits,
            WorkerListener listener) {
        this.ledger = new Ledger(clock, nanos, limits, listener);
        this.random = random;
        this.limits = limits;
    }

    /** Is called, outside any lock, with the key of a model of which a worker may have become free or vanished. Set once at start. */
    public void onCapacity(Consumer<String> told) {
        ledger.onCapacity(told);
    }

    /** Workers on those hives are not removed however long they are silent. Must not block. Set once at start. */
    public void keep(Supplier<Set<String>> nodes) {
        kept = nodes;
    }

    /** The questions. */
    public WorkerLists lists() {
        return new WorkerLists(ledger);
    }

    /** The reservations. */
    public Slots slots() {
        return new Slots(ledger);
    }

    /**
     * Registers a worker or lets a new epoch of a known one begin. Throws {@link ProblemException}: a wrong field,
     * {@code epoch_outdated}, {@code worker_gone}, {@code rate_limited} when there are too many.
     */
    public RegisteredWorker register(RegisterWorker body) {
        String id = WorkerChecks.id(body.workerId(), "worker_id");
        WorkerChecks.check(body);
        String url = WorkerChecks.trimmed(body.url() == null ? "" : body.url());
        String model = WorkerChecks.model(body.modelRef(), "model_ref");
        return ledger.step(() -> {
            @Nullable WorkerCell cell = ledger.cells.get(id);
            @Nullable Entry old = cell == null ? null : cell.entry;
            long epoch = BeatRules.nextEpoch(body, id, old, ledger.graves.of(id));
            WorkerFacts facts = WorkerFacts.of(body, id, url, model, old == null ? null : old.facts());
            Entry entry = entry(facts, Phase.of(body.state() == null ? WorkerState.IDLE : body.state()), epoch);
            if (cell == null || old == null) {
                admit(facts.node());
                ledger.graves.forget(id);
                ledger.add(entry, "registered");
            } else {
                boolean sameProcess =
                        body.pid() != null && body.pid().equals(old.facts().pid());
                if (!sameProcess) {
                    cell.generation++;
                }
                Entry next = entry.since(old.since())
                        .withSlots(sameProcess ? old.leases() : 0, sameProcess ? old.foreign() : 0)
                        .withSpeed(old.speed());
                ledger.set(cell, next, WorkerChange.Kind.REGISTERED, "registered again");
            }
            return new RegisteredWorker(true, id, epoch, nextMs(), "Worker " + id + " is registered.");
        });
    }

    /**
     * Applies one beat. Without an epoch it is the seed's plain form and makes the worker known if need be. Throws
     * {@link ProblemException}: a wrong field, {@code worker_unknown}, {@code epoch_outdated}, {@code worker_gone}, {@code rate_limited}.
     */
    public HeartbeatReply beat(WorkerHeart heart) {
        String id = WorkerChecks.id(heart.id(), "worker.id");
        WorkerChecks.check(heart);
        return ledger.step(() -> {
            @Nullable WorkerCell cell = ledger.cells.get(id);
            @Nullable Entry old = cell == null ? null : cell.entry;
            if (!BeatRules.counts(heart, id, old, ledger.graves.of(id))) {
                return new HeartbeatReply("ok", "Older than what is known; ignored.", nextMs());
            }
            if (cell == null || old == null) {
                return heart.status() == WorkerStatus.STOPPED ? ok() : firstBeat(heart, id);
            }
            if (heart.status() == WorkerStatus.STOPPED) {
                ledger.remove(cell, true, "the worker said goodbye");
                return ok();
            }
            apply(heart, cell, old);
            return ok();
        });
    }

    private HeartbeatReply firstBeat(WorkerHeart heart, String id) {
        String model = WorkerChecks.model(heart.modelId(), "worker.model_id");
        WorkerFacts facts = WorkerFacts.of(heart, id, WorkerChecks.address(heart), model);
        admit(facts.node());
        Phase phase = BeatRules.phase(Phase.SERVING, heart.status());
        Entry entry = entry(facts, phase, 0).withSlots(0, BeatRules.foreign(heart, 0, facts.slotsTotal()));
        ledger.add(entry, "first heartbeat");
        return ok();
    }

    private void apply(WorkerHeart heart, WorkerCell cell, Entry old) {
        long now = ledger.now();
        boolean justEnded = now - cell.lastReleaseNanos < JUST_ENDED_NANOS && cell.leasesBefore > 0;
        int own = justEnded ? Math.max(old.leases(), cell.leasesBefore) : old.leases();
        WorkerFacts facts = old.facts().with(heart);
        Entry next = old.withFacts(facts.equals(old.facts()) ? old.facts() : facts)
                .withPhase(BeatRules.phase(old.phase(), heart.status()))
                .withSlots(old.leases(), BeatRules.foreign(heart, own, facts.slotsTotal()))
                .withSeq(heart.seq() == null ? old.seq() : heart.seq())
                .withSpeed(speed(heart, old))
                .seen(now, ledger.date());
        boolean same = next.phase() == old.phase()
                && next.foreign() == old.foreign()
                && next.speed() == old.speed()
                && next.facts().equals(old.facts());
        ledger.set(cell, next, same ? WorkerChange.Kind.BEAT : WorkerChange.Kind.CHANGED, "heartbeat");
    }

    /** What the worker measured, else what the queen did. */
    private static double speed(WorkerHeart heart, Entry old) {
        Double told = heart.tokensPerSecond();
        return told == null || told == 0 ? old.speed() : told;
    }

    /**
     * Sets the state as the worker (or a person) says; false: unknown worker. Suspect and offline are the queen's own and
     * throw {@link ProblemException} {@code invalid_field}.
     */
    public boolean updateState(String id, WorkerState state) {
        if (state == WorkerState.SUSPECT || state == WorkerState.OFFLINE) {
            throw new ProblemException(Problem.field(
                    "state", "State \"" + state.wire() + "\" cannot be set.", "Send loading, idle, busy or draining."));
        }
        return ledger.step(() -> {
            WorkerCell cell = ledger.cells.get(id);
            if (cell == null) {
                return false;
            }
            Entry old = cell.entry;
            int foreign = state == WorkerState.BUSY ? Math.max(0, old.facts().slotsTotal() - old.leases()) : 0;
            Entry next = old.withPhase(Phase.of(state))
                    .withSlots(old.leases(), foreign)
                    .seen(ledger.now(), ledger.date());
            ledger.set(cell, next, WorkerChange.Kind.CHANGED, "state set to " + state.wire());
            return true;
        });
    }

    /** Lets a worker finish what runs and gives it nothing new; false: unknown worker. */
    public boolean drain(String id) {
        return ledger.step(() -> {
            WorkerCell cell = ledger.cells.get(id);
            if (cell == null) {
                return false;
            }
            ledger.set(cell, cell.entry.withPhase(Phase.DRAINING), WorkerChange.Kind.CHANGED, "draining");
            return true;
        });
    }

    /** Marks a worker offline at once, {@code why} is shown to people; it is back with its next beat. False: unknown worker. */
    public boolean offline(String id, String why) {
        return ledger.step(() -> {
            WorkerCell cell = ledger.cells.get(id);
            if (cell == null) {
                return false;
            }
            if (cell.entry.phase() != Phase.OFFLINE) {
                ledger.set(cell, cell.entry.withPhase(Phase.OFFLINE), WorkerChange.Kind.CHANGED, why);
            }
            return true;
        });
    }

    /** Removes a worker for good: late beats of it are answered with {@code worker_gone}. False: unknown worker. */
    public boolean remove(String id, String reason) {
        return ledger.step(() -> {
            WorkerCell cell = ledger.cells.get(id);
            if (cell == null) {
                return false;
            }
            ledger.remove(cell, true, reason);
            return true;
        });
    }

    /** Forgets everything, tombstones too. */
    public void clear() {
        ledger.step(() -> {
            new ArrayList<>(ledger.cells.values()).forEach(cell -> ledger.remove(cell, false, "cleared"));
            ledger.graves.clear();
            return true;
        });
    }

    /** Marks those offline that were silent too long and removes those silent for very long; says how many of both. */
    public int cleanupStale() {
        Set<String> nodes = kept.get();
        return ledger.step(() -> {
            long now = ledger.now();
            int stale = 0;
            for (WorkerCell cell : ledger.cells.values()) {
                Entry entry = cell.entry;
                if (ledger.deadlines.gone(entry, now)
                        && !nodes.contains(entry.facts().node())) {
                    ledger.remove(
                            cell, false, "silent for more than " + limits.gone().toSeconds() + " s");
                    stale++;
                } else if (entry.phase() != Phase.OFFLINE && !ledger.deadlines.online(entry, now)) {
                    String reason = "silent for more than " + limits.offline().toSeconds() + " s";
                    ledger.set(cell, entry.withPhase(Phase.OFFLINE), WorkerChange.Kind.CHANGED, reason);
                    stale++;
                }
            }
            return stale;
        });
    }

    /** To be called every second: {@link #cleanupStale}, but with a full term of grace for all after a pause of this process. */
    public int tick() {
        boolean away = ledger.step(() -> ledger.deadlines.swept(ledger.now()));
        return away ? 0 : cleanupStale();
    }

    private void admit(String node) {
        if (ledger.cells.size() >= limits.workers() || ledger.onNode(node) >= limits.perNode()) {
            throw ProblemException.of(
                    ProblemCode.RATE_LIMITED,
                    "There are too many workers already (" + ledger.cells.size() + ").",
                    "Wait until old ones are gone, or remove some.");
        }
    }

    private Entry entry(WorkerFacts facts, Phase phase, long epoch) {
        return new Entry(facts, phase, ledger.date(), epoch, -1, ledger.now(), ledger.date(), 0, 0, 0);
    }

    private HeartbeatReply ok() {
        return new HeartbeatReply("ok", "Heartbeat received.", nextMs());
    }

    private long nextMs() {
        return Math.round(limits.beat().toMillis() * (0.85 + 0.3 * random.nextDouble()));
    }
}
