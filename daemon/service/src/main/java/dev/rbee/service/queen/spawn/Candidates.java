package dev.rbee.service.queen.spawn;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.service.queen.memory.Demand;
import dev.rbee.service.queen.memory.MemoryRules;
import dev.rbee.service.queen.memory.Room;
import dev.rbee.service.queen.memory.Step;
import dev.rbee.service.queen.memory.Turns;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which hive is the best one for a worker now, and what has to be done there. Pure. */
final class Candidates {
    private Candidates() {}

    /**
     * One hive.
     *
     * @param bytes the worker will take
     * @param free bytes that nobody uses or has reserved
     * @param file whether it has the model
     */
    record Candidate(HiveInfo hive, long bytes, long free, boolean file, Step step) {}

    /**
     * All that may be used, the best first: one that has room, then one where idle workers make room, then one that gets the file from another
     * hive and has room, then one where a turn has to be waited for.
     *
     * @param model its file somewhere in the fleet
     * @param rooms of hives
     * @param first whether nobody has waited longer for that hive's memory
     */
    static List<Candidate> ranked(
            List<HiveInfo> usable,
            ModelEntry model,
            SpawnWorker order,
            Needs needs,
            Function<HiveInfo, Room> rooms,
            MemoryRules rules,
            long since,
            Predicate<HiveInfo> first,
            long now) {
        return usable.stream()
                .map(hive -> {
                    ModelEntry own = Placement.entry(hive, model.id());
                    long bytes = needs.bytes(hive, own == null ? model : own, order);
                    Demand demand = new Demand(model.id(), bytes, since, first.test(hive));
                    Room room = rooms.apply(hive);
                    return new Candidate(
                            hive, bytes, room.freeBytes(), own != null, Turns.next(room, demand, rules, now));
                })
                .sorted(Comparator.comparingInt(Candidates::rank)
                        .thenComparingInt((Candidate each) -> Placement.trust(each.hive()))
                        .thenComparingInt(each -> each.hive().workers())
                        .thenComparing(Comparator.comparingLong((Candidate each) -> Placement.freeBytes(each.hive()))
                                .reversed())
                        .thenComparing(each -> each.hive().id()))
                .toList();
    }

    /** The less the better. */
    static int rank(Candidate candidate) {
        int byStep = switch (candidate.step()) {
            case Step.Start start -> start.room() ? 0 : 6;
            case Step.Unload _ -> 1;
            case Step.Wait _ -> 3;
        };
        return candidate.file() ? byStep : byStep + 2;
    }
}
