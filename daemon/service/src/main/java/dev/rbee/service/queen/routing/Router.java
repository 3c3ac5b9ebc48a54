package dev.rbee.service.queen.routing;

import dev.rbee.contract.workers.WorkerState;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a request goes. Pure: reads the snapshot, changes nothing, knows no clock; the owner of the fleet re-checks
 * and carries out. Below 5 microseconds also at 10 000 workers, because it looks at {@value #SAMPLE} of many.
 */
public final class Router {
    /** Up to so many free workers are all compared; of more, a random sample of this size. */
    static final int SAMPLE = 16;

    /** Speed at which the speed's share of the score is half of what it can be, tokens per second. */
    private static final double USUAL_SPEED = 20;

    private Router() {}

    /** Where this request goes. {@code now} in nanoseconds of the snapshot's owner; {@code random} breaks ties and samples. */
    public static Plan decide(Snapshot fleet, RouteRequest request, long now, RandomGenerator random) {
        if (request.worker() != null) {
            return pinned(fleet, request, request.worker());
        }
        Lineup lineup = fleet.lineup(request.model(), request.node());
        int free = lineup.freeSize();
        Candidate warm = warm(fleet, lineup, request);
        if (warm != null) {
            return new Plan(Verdict.SEND, warm, Reason.WARM, free, lineup.size());
        }
        Candidate best = best(lineup, request, now, random);
        if (best != null) {
            return new Plan(Verdict.SEND, best, reason(free), free, lineup.size());
        }
        Candidate last = lastResort(lineup, request, now);
        if (last != null) {
            return new Plan(Verdict.SEND, last, Reason.LAST_RESORT, free, lineup.size());
        }
        return waitOrNone(lineup, request);
    }

    /** How good a worker is for any request, the higher the better: free share, speed, errors. */
    public static double score(Candidate worker, long now) {
        double speed = worker.tokensPerSecond();
        return (1 - worker.load()) + 0.5 * speed / (speed + USUAL_SPEED) - 0.25 * Math.min(4, worker.errors(now));
    }

    private static Reason reason(int free) {
        return free == 1 ? Reason.ONLY : free > SAMPLE ? Reason.SAMPLED : Reason.BEST;
    }

    private static Plan pinned(Snapshot fleet, RouteRequest request, String id) {
        Candidate worker = fleet.worker(id);
        if (worker == null || request.not().contains(id)) {
            return new Plan(Verdict.NONE, null, Reason.PINNED_ABSENT, 0, 0);
        }
        if (!request.meets(worker)) {
            return new Plan(Verdict.NONE, null, Reason.UNABLE, 0, 1);
        }
        if (worker.state() == WorkerState.DRAINING) {
            return new Plan(Verdict.NONE, null, Reason.PINNED_DRAINING, 0, 1);
        }
        if (worker.state() == WorkerState.LOADING) {
            return new Plan(Verdict.WAIT, null, Reason.LOADING, 0, 1);
        }
        if (worker.slotsFree() > 0 || (request.desperate() && worker.slotsUnreserved() > 0)) {
            return new Plan(Verdict.SEND, worker, Reason.PINNED, 1, 1);
        }
        return new Plan(Verdict.WAIT, null, Reason.PINNED_FULL, 0, 1);
    }

    private static @Nullable Candidate warm(Snapshot fleet, Lineup lineup, RouteRequest request) {
        String id = request.warm();
        Candidate worker = id == null ? null : fleet.worker(id);
        if (worker == null || worker.slotsFree() <= 0 || !request.admits(worker) || !serves(worker, request)) {
            return null;
        }
        return worker.load() <= lineup.meanLoad() + 1e-9 || lineup.freeSize() == 1 ? worker : null;
    }

    private static boolean serves(Candidate worker, RouteRequest request) {
        boolean takes = worker.state() == WorkerState.IDLE || worker.state() == WorkerState.BUSY;
        return takes
                && ModelNames.same(worker.model(), request.model())
                && (request.node() == null || request.node().equals(worker.node()));
    }

    private static @Nullable Candidate best(Lineup lineup, RouteRequest request, long now, RandomGenerator random) {
        int free = lineup.freeSize();
        if (free == 0) {
            return null;
        }
        boolean all = free <= SAMPLE || !request.needs().isEmpty();
        int start = random.nextInt(free);
        Candidate best = null;
        double bestScore = 0;
        for (int i = 0; i < (all ? free : SAMPLE); i++) {
            int index = all ? (start + i) % free : random.nextInt(free);
            Candidate worker = lineup.free(index);
            if (!request.admits(worker)) {
                continue;
            }
            double score = score(worker, now);
            if (best == null || score > bestScore) {
                best = worker;
                bestScore = score;
            }
        }
        return best;
    }

    private static @Nullable Candidate lastResort(Lineup lineup, RouteRequest request, long now) {
        if (lineup.spareSize() == 0 || (!request.desperate() && anySound(lineup, request))) {
            return null;
        }
        Candidate best = null;
        for (int i = 0; i < Math.min(lineup.spareSize(), SAMPLE); i++) {
            Candidate worker = lineup.spare(i);
            if (worker.slotsUnreserved() > 0
                    && request.admits(worker)
                    && (best == null || worker.errors(now) < best.errors(now))) {
                best = worker;
            }
        }
        return best;
    }

    /** Whether a worker that is not suspect serves the model, be it full. */
    private static boolean anySound(Lineup lineup, RouteRequest request) {
        for (int i = 0; i < lineup.size(); i++) {
            Candidate worker = lineup.at(i);
            boolean sound = worker.state() == WorkerState.IDLE || worker.state() == WorkerState.BUSY;
            if (sound && request.admits(worker)) {
                return true;
            }
        }
        return false;
    }

    private static Plan waitOrNone(Lineup lineup, RouteRequest request) {
        int size = lineup.size();
        boolean loading = false;
        boolean busy = false;
        boolean unable = false;
        for (int i = 0; i < size && !busy; i++) {
            Candidate worker = lineup.at(i);
            if (!request.admits(worker)) {
                unable |= !request.meets(worker);
                continue;
            }
            loading |= worker.state() == WorkerState.LOADING;
            busy = worker.state() == WorkerState.BUSY
                    || worker.state() == WorkerState.SUSPECT
                    || worker.state() == WorkerState.IDLE;
        }
        if (busy) {
            return new Plan(Verdict.WAIT, null, Reason.FULL, 0, size);
        }
        return loading
                ? new Plan(Verdict.WAIT, null, Reason.LOADING, 0, size)
                : new Plan(Verdict.NONE, null, unable ? Reason.UNABLE : Reason.ABSENT, 0, size);
    }
}
