package dev.rbee.service.queen.routing;

import dev.rbee.contract.workers.WorkerState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code POST /v1/route/explain}: where a request would go now, and why not elsewhere.
 *
 * @param workerId with verdict send
 * @param reason in words
 * @param workers those of the model, best first, 100 at most
 */
public record Explanation(
        String model,
        Verdict verdict,
        @Nullable String workerId,
        @Nullable String hive,
        String reason,
        double meanLoad,
        List<Weighed> workers) {
    private static final int MOST = 100;

    /**
     * One worker as the decision sees it.
     *
     * @param score the higher the better
     * @param whyNot why it cannot take a request now
     */
    public record Weighed(
            String workerId,
            String hive,
            WorkerState state,
            int slotsTotal,
            int slotsFree,
            double tokensPerSecond,
            double recentErrors,
            double score,
            boolean warm,
            @Nullable String whyNot) {}

    /** Explains; pure as {@link Router#decide}. */
    public static Explanation of(Snapshot fleet, RouteRequest request, long now, RandomGenerator random) {
        Plan plan = Router.decide(fleet, request, now, random);
        Lineup lineup = fleet.lineup(request.model(), request.node());
        List<Weighed> weighed = new ArrayList<>();
        for (int i = 0; i < Math.min(lineup.size(), 10 * MOST); i++) {
            weighed.add(weigh(lineup.at(i), request, now));
        }
        weighed.sort(Comparator.comparingDouble(Weighed::score).reversed());
        Candidate chosen = plan.worker();
        return new Explanation(
                request.model(),
                plan.verdict(),
                chosen == null ? null : chosen.id(),
                chosen == null ? null : chosen.node(),
                plan.words(),
                round(lineup.meanLoad()),
                List.copyOf(weighed.subList(0, Math.min(MOST, weighed.size()))));
    }

    private static Weighed weigh(Candidate worker, RouteRequest request, long now) {
        return new Weighed(
                worker.id(),
                worker.node(),
                worker.state(),
                worker.slotsTotal(),
                worker.slotsFree(),
                round(worker.tokensPerSecond()),
                round(worker.errors(now)),
                round(Router.score(worker, now)),
                worker.id().equals(request.warm()),
                whyNot(worker, request));
    }

    private static @Nullable String whyNot(Candidate worker, RouteRequest request) {
        for (Need need : request.needs()) {
            if (!worker.can(need)) {
                return need.lacks();
            }
        }
        return switch (worker.state()) {
            case LOADING -> "it is loading its model";
            case DRAINING -> "it is draining";
            case SUSPECT -> "a call to it failed; it is used last";
            case OFFLINE -> "it is offline";
            case IDLE, BUSY -> worker.slotsFree() > 0 ? null : "all its slots are taken";
        };
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
