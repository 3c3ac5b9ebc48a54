package dev.rbee.service.queen.spawn;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.workers.WorkerPlacement;
import dev.rbee.contract.workers.WorkerPlacement.Passed;
import dev.rbee.service.queen.memory.Step;
import dev.rbee.service.queen.spawn.Candidates.Candidate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a hive was chosen, in words. Pure.
 *
 * @param needs bytes; null: nobody looked
 * @param free bytes; null: nobody looked
 */
record WhyHere(
        String reason, @Nullable Long needs, @Nullable Long free, List<Passed> others) {
    /** That many others are told of at most. */
    private static final int OTHERS = 20;

    /** Nothing was weighed. */
    static WhyHere only(String reason) {
        return new WhyHere(reason, null, null, List.of());
    }

    /**
     * The first of those that were ranked.
     *
     * @param named by whom that hive was named; null: it was free to choose
     * @param all hives there are
     */
    static WhyHere of(List<Candidate> ranked, List<HiveInfo> all, @Nullable String named) {
        Candidate best = ranked.getFirst();
        if (named != null) {
            return new WhyHere(named, best.bytes(), known(best.free()), List.of());
        }
        List<Passed> others = new ArrayList<>();
        ranked.stream()
                .skip(1)
                .forEach(other -> others.add(new Passed(other.hive().id(), than(best, other), known(other.free()))));
        Set<String> weighed = ranked.stream().map(each -> each.hive().id()).collect(Collectors.toSet());
        all.stream()
                .filter(hive -> !weighed.contains(hive.id()))
                .forEach(hive -> others.add(new Passed(hive.id(), notWeighed(hive), null)));
        return new WhyHere(
                words(best, ranked.size()),
                best.bytes(),
                known(best.free()),
                others.stream().limit(OTHERS).toList());
    }

    /** Of that worker, which was started now. */
    WorkerPlacement worker(String id, String hive, boolean asked, Instant now) {
        return new WorkerPlacement(id, now, asked ? "requests" : "hand", hive, reason, needs, free, others);
    }

    private static @Nullable Long known(long free) {
        return free > Long.MAX_VALUE / 8 ? null : Long.valueOf(Math.max(0, free));
    }

    private static String words(Candidate best, int weighed) {
        String file = best.file() ? "It has the model's file" : "It got the model's file from another hive";
        String room = switch (best.step()) {
            case Step.Start start ->
                start.room() ? " and has room for it" : "; it has no room for it by the figures, nor has any other";
            case Step.Unload _ -> "; idle workers made room for it";
            case Step.Wait _ -> "; room for it was waited for";
        };
        return file + room + (weighed == 1 ? "; no other hive came into question." : ".");
    }

    /** Why it came behind the best one. */
    private static String than(Candidate best, Candidate other) {
        if (Candidates.rank(best) != Candidates.rank(other)) {
            return worse(best, other);
        }
        if (Placement.trust(best.hive()) != Placement.trust(other.hive())) {
            return "is " + other.hive().status().wire();
        }
        if (best.hive().workers() != other.hive().workers()) {
            int many = other.hive().workers();
            return "runs more workers: " + many + ", against " + best.hive().workers();
        }
        return Placement.freeBytes(best.hive()) == Placement.freeBytes(other.hive())
                ? "is as good; the first by name was taken"
                : "has less free memory";
    }

    private static String worse(Candidate best, Candidate other) {
        if (best.file() && !other.file()) {
            return "does not have the model's file";
        }
        return switch (other.step()) {
            case Step.Start start -> start.room() ? "does not have the model's file" : "has no room for it";
            case Step.Unload _ -> "would have to unload others first";
            case Step.Wait wait -> "has no room yet: " + wait.why();
        };
    }

    private static String notWeighed(HiveInfo hive) {
        return switch (hive.status()) {
            case ONLINE, DEGRADED, SUSPECT -> hive.online() ? "does not have the model's file" : "does not answer";
            case UNKNOWN, STARTING, DRAINING, OFFLINE, STOPPED, ERROR ->
                "is " + hive.status().wire();
        };
    }
}
